import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MEN, SURNAMES, WOMEN } from './given.names.ts'
import { pairOf } from './mentions.ts'
import { likelySex, namesMaker, otherBirth } from './new.names.ts'

test('a birth date is moved to another day of its month', () => {
  const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2008-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (date) => {
      const birth = date.toISOString().slice(0, 10)
      const other = otherBirth(birth)
      expect(other.slice(0, 7)).toBe(birth.slice(0, 7))
      expect(other).not.toBe(birth)
      expect(new Date(other).toISOString().slice(0, 10)).toBe(other)
    }),
  )
})

test('no pair that is taken is given, even where all plain ones are', () => {
  const pairs = [...WOMEN, ...MEN].flatMap((given) => SURNAMES.map((surname) => pairOf(surname, given)))
  const taken = new Set(pairs)
  const maker = namesMaker(taken)
  const made = Array.from({ length: 50 }, () => maker.nameFor('female', { patronymic: true, birth: '1980-01-01' }))
  for (const { surname, givenName, patronymic } of made) {
    expect(taken.has(pairOf(surname, givenName))).toBe(false)
    expect(surname).toMatch(/а-.*(а|ая)$|ая-.*(а|ая)$/)
    expect(patronymic).toMatch(/на$/)
  }
  expect(new Set(made.map(({ surname, givenName }) => `${surname} ${givenName}`)).size).toBe(made.length)
})

test.each([
  ['Никита', 'Ильич', 'male'],
  ['Любовь', null, 'female'],
  ['Мария', 'Петровна', 'female'],
  ['Гасан', 'Мамед оглы', 'male'],
  ['Олег', null, 'male'],
] as const)('%s %s: %s', (given, patronymic, sex) => {
  expect(likelySex(given, patronymic)).toBe(sex)
})
