import { describe, expect, test } from 'vitest'
import { ERASED, likeness, lookFor } from './naming.ts'

const named = {
  names: [{ surname: 'Семёнова', givenName: 'Анна', patronymic: 'Петровна' }],
  numbers: ['11223344595'],
  addresses: ['anna@school.example', 'anna-k1'],
}

describe('found, and erased whole', () => {
  test.each([
    ['Семёнова Анна Петровна просит', `${ERASED} просит`],
    ['спросить Семенову Анну', `спросить ${ERASED}`],
    ['с Анной Петровной Семёновой', `с ${ERASED}`],
    ['Семёнова А. П. была', `${ERASED} была`],
    ['А.П. Семёнова', ERASED],
    ['СНИЛС 112-233-445 95.', `СНИЛС ${ERASED}.`],
    ['11223344595', ERASED],
    ['логин anna-k1', `логин ${ERASED}`],
    ['пишите на anna@school.example', `пишите на ${ERASED}`],
  ])('%s', (text, left) => {
    expect(text.replace(lookFor(named), ERASED)).toBe(left)
    expect(likeness(named).some((pattern) => like(text.toLowerCase(), pattern))).toBe(true)
  })
})

describe('somebody else', () => {
  test.each(['Семёнова Ольга', 'Анна Ивановна', 'школа на Семёновской', '112233445951', 'joanna@school.example'])(
    '%s',
    (text) => {
      expect(lookFor(named).test(text)).toBe(false)
    },
  )
})

test('nobody is found where nothing is known', () => {
  expect(lookFor({ names: [], numbers: [], addresses: [] }).test('Семёнова Анна')).toBe(false)
})

const like = (text: string, pattern: string): boolean =>
  new RegExp(pattern.replaceAll('%', '.*').replaceAll('_', '.').replaceAll(String.raw`\.`, '.')).test(text)
