import { expect, test } from 'vitest'
import { sayChange, sayCount, sayDay, sayFigure, sayMany, sayOf, sayPeriod, sayShare } from './russian.ts'

/** As one reads it: no-break blanks are blanks. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

const FORMS = ['показатель', 'показателя', 'показателей'] as const

test.for([
  [1, '1 показатель'],
  [2, '2 показателя'],
  [5, '5 показателей'],
  [11, '11 показателей'],
  [12, '12 показателей'],
  [21, '21 показатель'],
  [22, '22 показателя'],
  [111, '111 показателей'],
  [1001, '1 001 показатель'],
  [0, '0 показателей'],
] as const)('%i: %s', ([count, said]) => {
  expect(plain(sayMany(count, FORMS))).toBe(said)
})

test.for([
  [1, 'о 1 педагоге'],
  [2, 'о 2 педагогах'],
  [11, 'о 11 педагогах'],
  [21, 'о 21 педагоге'],
  [2034, 'о 2 034 педагогах'],
] as const)('%i: %s', ([count, said]) => {
  expect(plain(`о ${sayOf(count, 'педагоге', 'педагогах')}`)).toBe(said)
})

test.for([
  [{ numerator: 12, denominator: 45 }, '12 из 45 (26,7 %)'],
  [{ numerator: 4, denominator: 9 }, '4 из 9 (44 %)'],
  [{ numerator: 0, denominator: 45 }, '0 из 45 (0,0 %)'],
  [{ numerator: 0, denominator: 0 }, 'нет данных'],
  [{ numerator: 105, denominator: null }, '105'],
  [{ numerator: 0, denominator: null }, '0'],
  [{ numerator: 1986.5, denominator: 2093 }, '1 986,5 из 2 093 (94,9 %)'],
] as const)('%o: %s', ([figure, said]) => {
  expect(plain(sayFigure(figure))).toBe(said)
})

test.for([
  [2.13, true, '+2,1 п. п.'],
  [-22.2, true, '−22,2 п. п.'],
  [0.04, true, '0,0 п. п.'],
  [-3, false, '−3'],
  [12, false, '+12'],
] as const)('%d: %s', ([by, isShare, said]) => {
  expect(plain(sayChange(by, isShare))).toBe(said)
})

test('days, periods, shares, counts', () => {
  expect(plain(sayDay('2025-12-31'))).toBe('31 декабря 2025 года')
  expect(plain(sayPeriod(['2025-01-01', '2025-06-30']))).toBe('с 1 января по 30 июня 2025 года')
  expect(plain(sayPeriod(['2024-09-01', '2025-08-31']))).toBe('с 1 сентября 2024 года по 31 августа 2025 года')
  expect(plain(sayShare(1, 3))).toBe('33 %')
  expect(plain(sayCount(12_345.5))).toBe('12 345,5')
})
