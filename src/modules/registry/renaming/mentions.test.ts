import { expect, test } from 'vitest'
import { knownNames, unnamed } from './mentions.ts'

const KNOWN = knownNames([
  ['Журавлёва', 'Анна'],
  ['Горская', 'Мария'],
  ['Пчёлкин', 'Сергей'],
])

test.each([
  ['Мастер-класс Журавлёвой Анны Петровны для школ', 'Мастер-класс [имя] для школ'],
  ['Анна Журавлева.xlsx', '[имя].xlsx'],
  ['Клуб Горской М.И.', 'Клуб [имя]'],
  ['ведёт М. И. Горская, кабинет 5', 'ведёт [имя], кабинет 5'],
  ['отчёт Пчёлкина Сергея; Горской Марии', 'отчёт [имя]; [имя]'],
  ['Журавлёва Мария', 'Журавлёва Мария'],
  ['Горская улица, школа 5', 'Горская улица, школа 5'],
  ['["Журавлёва", 12345678901]', '["Журавлёва", 12345678901]'],
  ['писать на a.b@school.example, 112-233-445 95', 'писать на [почта], [номер]'],
  ['почта: имя@школа.рф.', 'почта: [почта].'],
  ['', ''],
])('%s → %s', (text, left) => {
  expect(unnamed(text, KNOWN)).toBe(left)
})

test('a long text of one run takes no time', () => {
  for (const letter of ['a', 'А', '1', 'a.', 'А. ']) {
    const text = letter.repeat(200_000)
    const began = performance.now()
    unnamed(text, KNOWN)
    expect(performance.now() - began).toBeLessThan(2_000)
  }
})
