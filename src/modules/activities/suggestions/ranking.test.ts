import { expect, test } from 'vitest'
import { type Candidate, type Profile, rank, reasonsFor } from './ranking.ts'
import { isNamedIn } from './related.ts'

const TODAY = '2026-11-23'
const person: Profile = {
  ...{ subjects: ['Физика'], positions: ['учитель'], organisations: [7], deficits: [], learnedOn: '2026-01-15' },
}
const event: Candidate = {
  ...{ title: 'Семинар', topic: null, audience: null, hours: null, organiser: 1, startsOn: '2026-12-01' },
  isMeant: false,
}
const codes = (change: Partial<Candidate>, of: Partial<Profile> = {}) =>
  reasonsFor({ ...event, ...change }, { ...person, ...of }, TODAY).map(({ code }) => code)

test.each([
  ['Физика', 'Как учить физике в восьмом классе', true],
  ['Физика', 'Физическая культура: новый стандарт', false],
  ['Русский язык', 'Разбор заданий по русскому языку', true],
  ['Русский язык', 'Иностранный язык в начальной школе', false],
  ['воспитатель', 'воспитатели', true],
  ['учитель', 'учителя начальных классов', true],
  ['Функциональная грамотность', 'функциональной грамотности учат везде', true],
  ['Ёмкость', 'о емкости', true],
  ['и для', 'и для всех', false],
  ['', 'что угодно', false],
])('«%s» in «%s»: %s', (name, text, is) => expect(isNamedIn(name, text)).toBe(is))

test('nothing speaks for an event like any other', () => expect(codes({})).toEqual([]))

test('subject, position, own organisation and rule speak for it, each by itself', () => {
  expect(codes({ title: 'Опыты по физике' })).toEqual(['subject'])
  expect(codes({ audience: 'учителя' })).toEqual(['position'])
  expect(codes({ audience: 'воспитатели' })).toEqual([])
  expect(codes({ organiser: 7 })).toEqual(['own_organisation'])
  expect(codes({ isMeant: true })).toEqual(['rule'])
})

test('a diagnostic that was not passed speaks for an event about the same', () => {
  const deficits = [{ diagnostic: 'Функциональная грамотность, 2026', on: '2026-10-12' }]
  expect(codes({ topic: 'функциональная грамотность' }, { deficits })).toEqual(['deficit'])
  expect(codes({ topic: 'оценивание' }, { deficits })).toEqual([])
})

test('a course speaks for itself from half a year before three years are over, a seminar never', () => {
  const course = { hours: 36 }
  expect(codes(course, { learnedOn: null })).toEqual(['course_none'])
  expect(codes(course, { learnedOn: '2024-05-23' })).toEqual(['course_due'])
  expect(codes(course, { learnedOn: '2024-05-24' })).toEqual([])
  expect(codes({ hours: 15.5 }, { learnedOn: null })).toEqual([])
})

test('what was measured comes before what is near, the sooner first where the same speaks for it', () => {
  const deficits = [{ diagnostic: 'Оценивание', on: '2026-10-12' }]
  const events = [
    { ...event, title: 'Рядом', organiser: 7, startsOn: '2026-11-24' },
    { ...event, title: 'Физика позже', startsOn: '2026-12-10' },
    { ...event, title: 'Физика раньше', startsOn: '2026-12-02' },
    { ...event, title: 'Ничего', startsOn: '2026-11-24' },
    { ...event, title: 'Мастер-класс', topic: 'оценивание', startsOn: '2026-12-20' },
  ]
  expect(rank(events, { ...person, deficits }, TODAY).map((one) => one.event.title)).toEqual([
    ...['Мастер-класс', 'Физика раньше', 'Физика позже', 'Рядом'],
  ])
})
