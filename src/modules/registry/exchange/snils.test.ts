import { describe, expect, it } from 'vitest'
import { parseSnils } from './snils.ts'

describe('parseSnils', () => {
  it.each([
    ['812-688-402 14', '81268840214'],
    ['812-688-402-14', '81268840214'],
    ['81268840214', '81268840214'],
    ['812\u00a0688\u00a0402\u00a014', '81268840214'],
    ['812‑688‑402–14', '81268840214'],
    ['357323312', '00357323312'],
    ['009-747-604-74', '00974760474'],
    ['974760474', '00974760474'],
    ['001-001-998 77', '00100199877'],
  ])('reads %s', (text, digits) => expect(parseSnils(text)).toBe(digits))

  it.each([
    '812-688-402 15',
    '8126884021',
    '12345678',
    '812688402140',
    '812.688.402.14',
    'нет',
    '',
    '-',
    '001-001-999 77',
  ])('refuses %s', (text) => expect(parseSnils(text)).toBeUndefined())

  it('takes a sum of 100 for 00', () => expect(parseSnils('100-271-961 00')).toBe('10027196100'))
})
