import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { toldUntil, yearsBetween } from '../../src/demo/days.ts'
import { makeDistrict } from '../../src/demo/district.ts'
import { writeFolder } from '../../src/demo/folder.ts'
import { MAIN, NEIGHBOUR } from '../../src/demo/plans.ts'
import { dayOf, linesOf } from './made.ts'

const UNTIL = '2026-11-20'
const main = makeDistrict(MAIN, UNTIL)

const folder = await mkdtemp(join(tmpdir(), 'rost-made-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function hashesOf(path: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const name of (await readdir(path)).sort())
    hashes[name] = createHash('sha256')
      .update(await readFile(join(path, name)))
      .digest('hex')
  return hashes
}

test('the same plan and day make the same files to the byte', async () => {
  await writeFolder(join(folder, 'one'), makeDistrict(NEIGHBOUR, UNTIL).tables)
  await writeFolder(join(folder, 'two'), makeDistrict(NEIGHBOUR, UNTIL).tables)
  const hashes = await hashesOf(join(folder, 'one'))
  expect(Object.keys(hashes)).toHaveLength(9)
  expect(await hashesOf(join(folder, 'two'))).toEqual(hashes)
})

test.each([
  ['2026-11-22', '2026-11-20'],
  ['2026-11-20', '2026-11-20'],
  ['2026-11-19', '2026-10-20'],
  ['2027-01-05', '2026-12-20'],
  ['2028-03-31', '2028-03-20'],
])('filled on %s it is told until %s', (today, until) => {
  expect(toldUntil(today)).toBe(until)
})

test('a later month tells the same story further, of the same people', () => {
  const earlier = makeDistrict(MAIN, '2026-10-20')
  expect(earlier.cast).toEqual(main.cast)
  expect(makeDistrict(MAIN, '2027-06-20').cast).toEqual(main.cast)
  const told = (made: typeof main) =>
    new Set(
      linesOf(made, 'diagnostics.csv').map((line) => `${line('СНИЛС')} ${line('Компетенции')} ${dayOf(line('Дата'))}`),
    )
  const now = told(main)
  const missing = [...told(earlier)].filter((one) => !now.has(one))
  // Only the faulty rows lie elsewhere.
  expect(missing.length).toBeLessThanOrEqual(1)
})

test('other years are moved whole: a demo filled later is as large and as lively', () => {
  const later = makeDistrict(MAIN, '2031-11-20')
  for (const { file, name } of main.tables) {
    const [now, then] = [linesOf(main, file, name).length, linesOf(later, file, name).length]
    expect(then / now, `${file} ${name}`).toBeGreaterThan(0.9)
    expect(then / now, `${file} ${name}`).toBeLessThan(1.1)
  }
})

describe('who works in the district', () => {
  const staff = linesOf(main, 'staff.xlsx')
  const there = staff.filter((line) => line('Уволен') === null)
  const share = (is: (line: (typeof staff)[number]) => boolean): number => there.filter(is).length / there.length

  test('its size', () => {
    expect(linesOf(main, 'organisations.xlsx')).toHaveLength(80)
    expect(linesOf(makeDistrict(NEIGHBOUR, UNTIL), 'organisations.xlsx')).toHaveLength(20)
    expect(staff.length).toBeGreaterThan(2_900)
    expect(staff.length).toBeLessThan(3_600)
  })

  test('numbers of schools are such as no programme names', () => {
    for (const line of linesOf(main, 'organisations.xlsx')) {
      const number = /№ (\d+)/.exec(String(line('Краткое наименование')))?.[1]
      if (number !== undefined) expect(Number(number)).toBeGreaterThanOrEqual(801)
    }
  })

  test('women, ages, categories and education as they are met', () => {
    expect(share((line) => line('Пол') === 'ж')).toBeGreaterThan(0.84)
    expect(share((line) => line('Пол') === 'ж')).toBeLessThan(0.94)
    const age = (line: (typeof staff)[number]): number => yearsBetween(dayOf(line('Дата рождения')) ?? '', UNTIL)
    const known = there.filter((line) => dayOf(line('Дата рождения')) !== undefined)
    const young = known.filter((line) => age(line) < 35).length / known.length
    expect(young).toBeGreaterThan(0.17)
    expect(young).toBeLessThan(0.3)
    expect(share((line) => line('Категория') === 'высшая')).toBeGreaterThan(0.25)
    expect(share((line) => line('Категория') === 'высшая')).toBeLessThan(0.42)
    expect(share((line) => line('Педагогическое образование') === 'нет')).toBeGreaterThan(0.07)
    expect(share((line) => line('Педагогическое образование') === 'нет')).toBeLessThan(0.16)
  })

  test('kinds of employment, categories with their days, leaves, deputies and leaders of classes as they are met', () => {
    const at = (line: (typeof staff)[number], column: string): string => dayOf(line(column)) ?? ''
    expect(share((line) => line('Вид занятости') === 'внешнее совместительство')).toBeGreaterThan(0.01)
    expect(share((line) => line('Вид занятости') === 'внутреннее совместительство')).toBeGreaterThan(0.01)
    const held = there.filter((line) => line('Категория') !== null && at(line, 'Категория присвоена') !== '')
    for (const line of held) {
      const [granted, until] = [at(line, 'Категория присвоена'), at(line, 'Категория действует по')]
      expect(granted <= UNTIL, granted).toBe(true)
      if (until === '') expect(granted >= '2023-09-01', String(line('Категория'))).toBe(true)
      else expect(yearsBetween(granted, until), `${granted} ${until}`).toBe(4)
    }
    const overdue = held.filter(
      (line) => at(line, 'Категория действует по') !== '' && at(line, 'Категория действует по') < UNTIL,
    )
    expect(overdue.length / held.length).toBeGreaterThan(0.01)
    expect(overdue.length / held.length).toBeLessThan(0.15)
    const away = there.filter((line) => at(line, 'Длительный отпуск с') !== '')
    expect(away.length / there.length).toBeGreaterThan(0.005)
    expect(away.length / there.length).toBeLessThan(0.06)
    for (const line of away) expect(at(line, 'Длительный отпуск с') <= UNTIL).toBe(true)
    expect(there.filter((line) => line('Функция заместителя') === 'по ВР').length).toBeGreaterThan(5)
    expect(share((line) => line('Классное руководство') !== null)).toBeGreaterThan(0.1)
    expect(share((line) => String(line('Электронная почта') ?? '').endsWith('.example'))).toBeGreaterThan(0.7)
  })

  test('nobody begins before 18, works before they are of age or leaves before they come', () => {
    for (const line of staff) {
      const [birth, hired, gone] = ['Дата рождения', 'Принят', 'Уволен'].map((column) => dayOf(line(column)))
      const since = dayOf(line('Педагогический стаж с'))
      if (birth === undefined || hired === undefined) continue
      expect(yearsBetween(birth, hired), String(line('Фамилия'))).toBeGreaterThanOrEqual(18)
      if (since !== undefined) expect(yearsBetween(birth, since), String(line('Фамилия'))).toBeGreaterThanOrEqual(18)
      expect(hired <= UNTIL && (gone === undefined || gone <= UNTIL)).toBe(true)
    }
  })

  test('some cannot be counted: no experience said, a position that no classifier knows', () => {
    expect(staff.filter((line) => line('Педагогический стаж с') === null).length).toBeGreaterThan(20)
    expect(staff.filter((line) => String(line('Должность')).startsWith('советник')).length).toBeGreaterThan(5)
  })

  test('physics is what nobody can be found for', () => {
    const teach = (subject: string): number => there.filter((line) => String(line('Предметы')).includes(subject)).length
    expect(teach('Физика')).toBeLessThan(teach('Информатика'))
  })
})

test('some go to most of what there is, and some to nothing', () => {
  const visits = Map.groupBy(
    linesOf(main, 'events.xlsx', 'Участие'),
    (line) => String(line('Фамилия')) + dayOf(line('Дата рождения')),
  )
  const counts = [...visits.values()].map((all) => all.length).sort((a, b) => b - a)
  const all = counts.reduce((sum, count) => sum + count, 0)
  const busiest = counts.slice(0, Math.round(counts.length / 5)).reduce((sum, count) => sum + count, 0)
  expect(busiest / all).toBeGreaterThan(0.4)
})
