import { expect, test } from 'vitest'
import { newRecoveryCodes, recoveryCodeOf } from './recovery.ts'
import { newTotpSecret, printedSecret, stepOf, totpAddress } from './totp.ts'

/** The secret of RFC 6238, appendix B; of its eight digits the last six. */
const RFC = Buffer.from('12345678901234567890')

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is %s, as the standard says', (second, code) => {
  expect(stepOf(RFC, code, second * 1000)).toBe(Math.floor(second / 30))
})

test('a clock may be a step ahead or behind, and no more', () => {
  const [step, code] = [1, '287082']
  for (const at of [0, 1, 2]) expect(stepOf(RFC, code, at * 30_000)).toBe(step)
  for (const at of [3, 4, 5, 100]) expect(stepOf(RFC, code, at * 30_000)).toBeUndefined()
})

test.each(['', '28708', '2870822', '28708a', '٢٨٧٠٨٢', '-28708', '2.8708'])('%o is no code', (typed) => {
  expect(stepOf(RFC, typed, 59_000)).toBeUndefined()
})

test('applications are told what they need, and the secret can be typed', () => {
  const secret = newTotpSecret()
  expect(secret).toHaveLength(20)
  const address = new URL(totpAddress(secret, 'ivanova.as'))
  expect(decodeURIComponent(address.pathname)).toMatch(/Rost:ivanova\.as$/)
  expect(address.protocol).toBe('otpauth:')
  expect(printedSecret(secret).replaceAll(' ', '')).toBe(address.searchParams.get('secret'))
  expect(printedSecret(secret)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
})

test('recovery codes are ten, differ, and are known however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[2-9a-z]{5}-[2-9a-z]{5}$/)
  expect(recoveryCodeOf(' K3M9T – hq2wz ')).toBe('k3m9thq2wz')
  for (const typed of ['', '123456', 'k3m9t-hq2w', 'k3m9t-hq2wzz', 'к3м9т-hq2wz'])
    expect(recoveryCodeOf(typed)).toBeUndefined()
})
