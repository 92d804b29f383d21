import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareDecimals, parseDecimal } from './decimal.ts'

it.each([
  ['1,0', '1'],
  ['0,25', '0.25'],
  ['0.50', '0.5'],
  ['007', '7'],
  ['-0', '0'],
  ['+3', '3'],
  ['-2,50', '-2.5'],
  ['123456789012345678901234567890,10', '123456789012345678901234567890.1'],
])('%s is %s', (text, canonical) => expect(parseDecimal(text)).toBe(canonical))

it.each(['', '1 515', '1e3', ',5', '5,', '1.2.3', '--1', 'много', '½', '1,5 ч'])('%s is no number', (text) =>
  expect(parseDecimal(text)).toBeUndefined(),
)

it('compares as the numbers do', () => {
  const spelled = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 3 }))
  const textOf = ([value, places]: [number, number]): string => (value / 10 ** places).toFixed(places)
  fc.assert(
    fc.property(spelled, spelled, (left, right) => {
      const [a = '', b = ''] = [parseDecimal(textOf(left)), parseDecimal(textOf(right))]
      expect(Math.sign(compareDecimals(a, b))).toBe(Math.sign(Number(textOf(left)) - Number(textOf(right))))
    }),
  )
})

it('sees what a double does not', () => {
  expect(compareDecimals('50.00000000000000000001', '50')).toBeGreaterThan(0)
})
