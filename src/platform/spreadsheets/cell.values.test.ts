import { expect, test } from 'vitest'
import { readsAs } from './cell.values.ts'

test.each([
  [null, ''],
  [undefined, ''],
  ['\u00a0 Иванова\t', 'Иванова'],
  [12345678901, '12345678901'],
  [123456789012345, '123456789012345'],
  [1.25, '1,25'],
  [-0.5, '-0,5'],
  [0.1 + 0.2, '0,3'],
  [0.0000001, '0,0000001'],
  [-1.5e-7, '-0,00000015'],
  [0, '0'],
  [true, 'ИСТИНА'],
  [false, 'ЛОЖЬ'],
  [{ date: '1988-11-28' }, '28.11.1988'],
  [{ error: '#N/A' }, '#N/A'],
])('%j reads %s', (cell, text) => {
  expect(readsAs(cell)).toBe(text)
})
