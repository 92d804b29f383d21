import { expect, test } from 'vitest'
import { isClose, type Likened, likenessOf } from './likeness.ts'

const card = (over: Partial<Likened> = {}): Likened => {
  const surname = over.surname ?? 'петрова'
  return {
    surname,
    formerly: [surname],
    given: 'мария',
    patronymic: 'ивановна',
    birthOn: '1980-05-03',
    sex: 'female',
    numbered: false,
    organisations: [1],
    ...over,
  }
}

test.each<[string, Partial<Likened>, 'probable' | 'possible' | undefined]>([
  ['a letter wrong in the surname', { surname: 'петровна', organisations: [2] }, 'probable'],
  ['married: another surname, all else the same', { surname: 'сидорова', organisations: [2] }, 'possible'],
  ['married, and at the same school', { surname: 'сидорова' }, 'probable'],
  ['a former surname of the other', { surname: 'сидорова', formerly: ['сидорова', 'петрова'] }, 'probable'],
  ['day and month swapped', { birthOn: '1980-03-05', organisations: [2] }, 'possible'],
  ['a year mistyped, the same school', { birthOn: '1981-05-03' }, 'probable'],
  ['an initial for a name', { given: 'м.', patronymic: 'и.', organisations: [2] }, 'possible'],
  ['no patronymic', { patronymic: '', organisations: [2] }, 'probable'],
  ['both have a number', { numbered: true }, 'possible'],
  ['a name alone: another birth date', { birthOn: '1975-11-30' }, undefined],
  ['a namesake born two parts off', { birthOn: '1981-05-04' }, undefined],
  ['twins', { given: 'дарья' }, undefined],
  ['a brother', { given: 'марий', sex: 'male', patronymic: 'иванович', organisations: [2] }, undefined],
  ['a stranger of the same day', { surname: 'ким', given: 'олег', patronymic: 'львович' }, undefined],
])('%s', (_, over, expected) => {
  const one = card({ numbered: over.numbered ?? false })
  expect(likenessOf(one, card(over))?.is).toBe(expected)
  expect(likenessOf(card(over), one)?.is).toBe(expected)
})

test.each([
  ['иванова', 'ивановна', true],
  ['иванова', 'иавнова', true],
  ['иванова', 'иванава', true],
  ['иванова', 'петрова', false],
  ['анна', 'алла', false],
  ['ким', 'кем', false],
])('%s and %s: close %s', (one, other, expected) => {
  expect(isClose(one, other)).toBe(expected)
  expect(isClose(other, one)).toBe(expected)
})
