import { expect, test } from 'vitest'
import * as literal from './literal.ts'

test.each(["2025-01-01'; drop table x --", '2025-1-1', ''])('%j is no day', (value) => {
  expect(() => literal.day(value)).toThrow(TypeError)
})

test.each(["school'", 'a b', 'Школа', ''])('%j is no code', (value) => {
  expect(() => literal.code(value)).toThrow(TypeError)
})

test.each([1.5, Number.NaN, 2 ** 60])('%d is no id', (value) => {
  expect(() => literal.ids([value])).toThrow(TypeError)
})
