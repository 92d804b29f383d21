import { expect, test } from 'vitest'
import { maskEmail, parseEmail } from './email.ts'

test.each([
  ['Ivanova.AS@School376.spb.ru', 'ivanova.as@school376.spb.ru'],
  [' <anna@mail.ru> ', 'anna@mail.ru'],
  ['mailto:anna@mail.ru', 'anna@mail.ru'],
  ["o'neil+rost@a-b.example", "o'neil+rost@a-b.example"],
])('%s is an address', (text, stored) => {
  expect(parseEmail(text)).toBe(stored)
})

test.each([
  ...['нет', 'anna', 'anna@', '@mail.ru', 'anna@mail', 'аnna@mail.ru', 'anna@mail.ru, olga@mail.ru'],
  ...['anna..s@mail.ru', '.anna@mail.ru', 'anna@-mail.ru', 'anna @mail.ru', `${'a'.repeat(250)}@mail.ru`],
])('%s is none', (text) => {
  expect(parseEmail(text)).toBeUndefined()
})

test('shown are the first letter and the house of mail', () => {
  expect(maskEmail('anna@mail.ru')).toBe('a•••@mail.ru')
  expect(maskEmail('a@mail.ru')).toBe('a•••@mail.ru')
})
