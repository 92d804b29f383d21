const RUSSIAN = /^(\d{2})\.(\d{2})\.(\d{4})$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `YYYY-MM-DD` of a text `ДД.ММ.ГГГГ` or `ГГГГ-ММ-ДД`; undefined for any other text and for days that never were. */
export function parseDay(text: string): string | undefined {
  const russian = RUSSIAN.exec(text)
  if (russian) return dayOf(russian[3], russian[2], russian[1])
  const iso = ISO.exec(text)
  return iso ? dayOf(iso[1], iso[2], iso[3]) : undefined
}

function dayOf(year = '', month = '', day = ''): string | undefined {
  if (year === '0000') return undefined
  const length = LENGTHS[Number(month) - 1]
  if (length === undefined) return undefined
  const last = month === '02' && isLeap(Number(year)) ? 29 : length
  const number = Number(day)
  return number >= 1 && number <= last ? `${year}-${month}-${day}` : undefined
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
