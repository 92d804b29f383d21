const NUMBER = /^([+-]?)(\d+)(?:[.,](\d+))?$/

/**
 * A number as files write it (decimal comma or point, no grouping, no exponent) in its one canonical spelling: no
 * needless zeros, a point, no plus. Kept as text, so that no digit is lost on the way to the database.
 */
export function parseDecimal(text: string): string | undefined {
  const match = NUMBER.exec(text)
  if (match === null) return undefined
  const [, sign = '', whole = '', fraction = ''] = match
  const digits = whole.replace(/^0+(?=\d)/, '')
  const rest = fraction.replace(/0+$/, '')
  const value = rest === '' ? digits : `${digits}.${rest}`
  return sign === '-' && value !== '0' ? `-${value}` : value
}

/** Less than 0, 0 or more than 0, as `left` is less than, equal to or more than `right`; both canonical. */
export function compareDecimals(left: string, right: string): number {
  const negative = left.startsWith('-')
  if (negative !== right.startsWith('-')) return negative ? -1 : 1
  return negative ? compareSizes(right.slice(1), left.slice(1)) : compareSizes(left, right)
}

function compareSizes(left: string, right: string): number {
  const [leftWhole = '', leftRest = ''] = left.split('.')
  const [rightWhole = '', rightRest = ''] = right.split('.')
  if (leftWhole.length !== rightWhole.length) return leftWhole.length - rightWhole.length
  if (leftWhole !== rightWhole) return leftWhole < rightWhole ? -1 : 1
  if (leftRest === rightRest) return 0
  return leftRest < rightRest ? -1 : 1
}
