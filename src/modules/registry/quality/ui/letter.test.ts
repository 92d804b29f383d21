import { expect, test } from 'vitest'
import { letterOf } from './letter.ts'
import { qualityWords } from './words.ts'

const organisation = { id: 1, code: 'Ш1', name: 'Школа № 1' }
const anna = { id: 2, surname: 'Иванова', givenName: 'Анна', patronymic: 'Петровна' }
const oleg = { id: 3, surname: 'Ли', givenName: 'Олег', patronymic: null }

test('the letter greets the head and names who is to be looked at', () => {
  const checks = [
    { what: 'snils' as const, people: 1, first: [anna] },
    { what: 'position' as const, people: 1, first: [oleg] },
    { what: 'categoryOver' as const, people: 5, first: [anna, oleg] },
  ]
  const letter = letterOf({ organisation, heads: [anna], checks }, qualityWords.ru)
  expect(letter?.split('\n')).toEqual([
    'Здравствуйте, Анна Петровна!',
    '',
    expect.stringContaining('(Школа № 1)'),
    '',
    '— Нет СНИЛС: Иванова А. П.',
    '— Срок категории истёк, а она стоит: Иванова А. П., Ли О. и ещё 3',
    '',
    'Спасибо!',
  ])
  expect(letterOf({ organisation, heads: [], checks }, qualityWords.en)).toMatch(/^Good day!\n/)
  expect(letterOf({ organisation, heads: [anna], checks: checks.slice(1, 2) }, qualityWords.ru)).toBeUndefined()
})
