/** A cell as the spreadsheet library gives it; `null` and blank text are empty. */
export type Cell = string | number | boolean | Date | null

/** The cell "as it reads and trimmed (a date cell as ДД.ММ.ГГГГ)". */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    const [year, month, day] = cell.toISOString().slice(0, 10).split('-')
    return `${day}.${month}.${year}`
  }
  return String(cell).trim()
}

/**
 * The day as ГГГГ-ММ-ДД, or nothing.
 * "A date is an Excel date cell (a time of day is dropped), or text `ДД.ММ.ГГГГ` or `ГГГГ-ММ-ДД`, nothing else."
 * Reading: a bare number is no date; one-digit days, two-digit years and texts with a time are none either.
 */
export function cellDate(cell: Cell): string | undefined {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell !== 'string') return undefined
  const text = cell.trim()
  const russian = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text)
  const iso = russian ? `${russian[3]}-${russian[2]}-${russian[1]}` : text
  if (!/^\d{4}-\d\d-\d\d$/.test(iso) || iso.startsWith('0000')) return undefined
  const day = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== iso) return undefined
  return iso
}

/** A number cell, or text with an optional sign and a decimal point or comma; nothing else. */
export function cellNumber(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell
  if (typeof cell !== 'string') return undefined
  const text = cell.trim()
  return /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}

/**
 * Eleven digits, or nothing where the cell is no СНИЛС.
 * "СНИЛС is 11 digits in any of the usual spellings; one with 9 or 10 digits has lost its leading zeros in a number
 * cell and is padded." Reading: blanks and dashes may stand anywhere; text of 9 or 10 digits is padded as well (CSV has
 * no number cells).
 */
export function cellSnils(cell: Cell): string | undefined {
  const digits = cellText(cell).replace(/[\s\u2010-\u2015\u2212-]/g, '')
  if (!/^\d{9,11}$/.test(digits)) return undefined
  const snils = digits.padStart(11, '0')
  const first = snils.slice(0, 9)
  if (Number(first) <= 1001998) return snils
  return snils.slice(9) === checkDigits(first) ? snils : undefined
}

/** The two check digits of nine: weights 9…1, the sum modulo 101, 100 stands as 00. */
export function checkDigits(nine: string): string {
  let sum = 0
  for (let i = 0; i < 9; i++) sum += Number(nine[i]) * (9 - i)
  const rest = sum % 101
  return String(rest === 100 ? 0 : rest).padStart(2, '0')
}
