const SPELLING = /^[\d\s\u00a0\u2007\u202f\u00ad\u2010-\u2015\u2212-]+$/
/** Numbers up to this one were given before check digits were. */
const LAST_UNCHECKED = 1_001_998

/**
 * The eleven digits of a СНИЛС in any of the usual spellings (digits, dashes, blanks); 9 or 10 digits have lost their
 * leading zeros in a number cell. Undefined when it is none or its check digits are wrong.
 */
export function parseSnils(text: string): string | undefined {
  if (!SPELLING.test(text)) return undefined
  const digits = text.replace(/\D/g, '')
  if (digits.length < 9 || digits.length > 11) return undefined
  const snils = digits.padStart(11, '0')
  if (Number(snils.slice(0, 9)) <= LAST_UNCHECKED) return snils
  return checkDigits(snils) === Number(snils.slice(9)) ? snils : undefined
}

/** Weights 9…1 on the first nine digits, the sum modulo 101; 100 stands as 00. */
export function checkDigits(snils: string): number {
  let sum = 0
  for (let place = 0; place < 9; place++) sum += (snils.charCodeAt(place) - 48) * (9 - place)
  return (sum % 101) % 100
}
