import { expect, test } from 'vitest'
import { isHeading, type Known, recognise } from './recognition.ts'

const school = (code: string) => ({ code, name: `Школа № ${code.slice(1)}` })
const known = (id: number, name: string, code: string): Known => {
  const [surname = '', givenName = '', patronymic = null] = name.split(' ')
  return { ...{ id, surname, givenName, patronymic }, organisation: school(code) }
}
const PEOPLE = [
  known(1, 'Иванова Анна Сергеевна', 'Ш12'),
  known(2, 'Иванова Алла Петровна', 'Ш15'),
  known(3, 'Фёдоров Пётр Ильич', 'Ш12'),
  known(4, 'Фёдоров Пётр Ильич', 'Ш15'),
  known(5, 'Мамин-Сибиряк Дмитрий', 'Ш15'),
]
const meant = (text: string) => {
  const { person, candidates } = recognise(text, PEOPLE)
  return person === undefined ? candidates.map(({ id }) => id) : person.id
}

test('a line means whom it names, in any order, spelling and columns', () => {
  expect(meant('1 Иванова Анна Сергеевна школа 12')).toBe(1)
  expect(meant('Школа № 15; ИВАНОВА А. П.')).toBe(2)
  expect(meant('анна иванова')).toBe(1)
  expect(meant('Мамин-Сибиряк Д')).toBe(5)
  expect(meant('федоров петр ильич ш15')).toBe(4)
})

test('where it may be two, or says too little, it is nobody yet', () => {
  expect(meant('Фёдоров Пётр Ильич')).toEqual([3, 4])
  expect(meant('Иванова А.')).toEqual([1, 2])
  expect(meant('Иванова')).toEqual([1, 2])
  expect(meant('Иванова Мария')).toEqual([1, 2])
  expect(meant('Сидорова Анна')).toEqual([])
})

test('the line above a list and blank ones say nothing', () => {
  expect(['№ ФИО Школа', 'Фамилия; Имя', '12', ''].map(isHeading)).toEqual([true, true, true, true])
  expect(isHeading('Иванова Анна')).toBe(false)
})
