import { type Cell, readsAs } from '../../../../platform/spreadsheets/index.ts'
import { parseDay } from '../../exchange/day.parsing.ts'
import { headerKey } from '../../text.ts'
import { isNone, type Repair } from './repair.ts'

export type DayUse = {
  /** It ends something: of a month or year the last day, so that nothing is cut off and no order turned round. */
  readonly isEnd: boolean
  /** Part of who is meant: only a whole day will do. */
  readonly isBirth: boolean
  /** A year of two digits beyond this one is of the century before. */
  readonly thisYear: number
}

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек']
const TAIL = /\s*(г\.?|гг\.?|год[ау]?|г\.?\s?р\.?)$/
const TIME = /[ t]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?z?$/
const BEFORE = /^(с|со|от|до|по)\s+/
const STILL = /^(по\s+)?(н\.?\s?\/?\s?в\.?|наст(\.|оящее)\s?(вр(\.|емя)?)?|сейчас)$/
/** Days since 1900 as Excel counts them: 1938 to 2064. */
const SERIALS = { from: 14_000, to: 60_000 }

/** A day as districts write it, as `ДД.ММ.ГГГГ`; precision in the kind. Undefined where it is right or cannot be told. */
export function repairDay(cell: Cell, use: DayUse): Repair | undefined {
  if (cell === null || typeof cell === 'boolean') return undefined
  if (typeof cell === 'number') return fromNumber(cell, use)
  const text = readsAs(cell)
  if (parseDay(text) !== undefined) return undefined
  const key = headerKey(text).replace(/["«»]/g, '')
  if (!use.isBirth && (isNone(key) || STILL.test(key))) return { kind: 'blank', cell: null }
  const bare = key.replace(TIME, '').replace(BEFORE, '').replace(TAIL, '').trim()
  if (/^\d{5}$/.test(bare)) return fromNumber(Number(bare), use)
  const day = wholeDay(bare, use)
  if (day !== undefined) return { kind: 'date', cell: day }
  return use.isBirth ? undefined : partOfYear(bare, use)
}

function fromNumber(value: number, use: DayUse): Repair | undefined {
  const day = Math.floor(value)
  if (day >= SERIALS.from && day <= SERIALS.to) {
    return { kind: 'date', cell: reversed(new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10)) }
  }
  return use.isBirth || !Number.isInteger(value) ? undefined : partOfYear(String(value), use)
}

const SHORT = /^(\d{1,2})\s?([.,/\\-])\s?(\d{1,2})\s?[.,/\\-]\s?(\d{4}|\d{2})$/
const ISO = /^(\d{4})[.\-/](\d{1,2})[.\-/](\d{1,2})$/
const WORDS = /^(\d{1,2})[\s-]+([а-я]+)\.?[\s-]+(\d{4})$/
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/

function wholeDay(text: string, { thisYear }: DayUse): string | undefined {
  const short = SHORT.exec(text)
  if (short) {
    const [, day = '', mark, month = '', year = ''] = short
    // 9/1/19 may be the first of September or the ninth of January.
    if (mark === '/' && Number(day) <= 12 && day !== month) return undefined
    return dayOf(inFull(year, thisYear), month, day)
  }
  const iso = ISO.exec(text)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const digits = DIGITS.exec(text)
  if (digits) return dayOf(digits[3], digits[2], digits[1])
  const words = WORDS.exec(text)
  return words ? dayOf(words[3], monthOf(words[2] ?? ''), words[1]) : undefined
}

const YEAR = /^(19|20)\d{2}$/
const MONTH = /^(\d{1,2})[./-]((?:19|20)\d{2})$/
const MONTH_WORD = /^([а-я]+)\.?[\s-]*((?:19|20)\d{2})$/
const SCHOOL_YEAR = /^((?:19|20)\d{2})\s?[-/]\s?((?:19|20)?\d{2})\s*(уч(\.|ебный)?)?$/

function partOfYear(text: string, { isEnd }: DayUse): Repair | undefined {
  if (YEAR.test(text)) return { kind: 'date_year', cell: isEnd ? `31.12.${text}` : `01.01.${text}` }
  const school = SCHOOL_YEAR.exec(text)
  if (school) {
    const [, from = '', to = ''] = school
    if (Number(from.slice(-2)) + 1 !== Number(to.slice(-2)) && to.slice(-2) !== '00') return undefined
    return { kind: 'date_year', cell: isEnd ? `31.08.${Number(from) + 1}` : `01.09.${from}` }
  }
  const numbers = MONTH.exec(text)
  const words = MONTH_WORD.exec(text)
  const year = numbers?.[2] ?? words?.[2] ?? ''
  const month = numbers ? numbers[1] : words ? monthOf(words[1] ?? '') : undefined
  if (month === undefined) return undefined
  const last = isEnd ? new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() : 1
  const day = dayOf(year, month, String(last))
  return day === undefined ? undefined : { kind: 'date_month', cell: day }
}

function dayOf(year = '', month = '', day = ''): string | undefined {
  const text = `${day.padStart(2, '0')}.${month.padStart(2, '0')}.${year}`
  return parseDay(text) === undefined ? undefined : text
}

function monthOf(word: string): string | undefined {
  const at = MONTHS.findIndex((start) => word.startsWith(start))
  return at < 0 || (at === 4 && !/^ма[йя]$/.test(word)) ? undefined : String(at + 1)
}

function inFull(year: string, thisYear: number): string {
  if (year.length === 4) return year
  const century = Number(year) <= (thisYear % 100) + 1 ? Math.floor(thisYear / 100) : Math.floor(thisYear / 100) - 1
  return `${century}${year}`
}

/** `YYYY-MM-DD` as `ДД.ММ.ГГГГ`. */
export const reversed = (iso: string): string => `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`
