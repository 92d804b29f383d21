import { type Cell, readsAs } from '../../../../platform/spreadsheets/index.ts'
import { parseDecimal } from '../../exchange/decimal.ts'
import { parseSnils } from '../../exchange/snils.ts'
import { headerKey } from '../../text.ts'
import { isNone, isNothing, type Repair } from './repair.ts'

/** A number followed by its unit, a sum in brackets or nothing: «72ч», «72 (36+36)», «1,0 ст.», «1 515 чел.». */
const WITH_UNIT =
  /^(\d{1,3}(?: \d{3})+|\d+)([.,]\d+)?\s*(ак(ад)?\.?\s?)?(ч(ас(ов|а)?)?|ст(ав(ка|ки|ок))?|ед(иниц[аы]?)?|чел(овек[а]?)?|уч)?\.?\s*(\([^)]*\))?$/

/** A number without what stands behind it; `isOptional`: a dash is nothing. */
export function repairNumber(cell: Cell, isOptional: boolean): Repair | undefined {
  if (typeof cell !== 'string') return undefined
  const text = headerKey(cell)
  if (text === '' || parseDecimal(text) !== undefined) return undefined
  if (isOptional && isNone(text)) return { kind: 'blank', cell: null }
  const match = WITH_UNIT.exec(text)
  if (match === null) return undefined
  return { kind: 'number', cell: `${(match[1] ?? '').replaceAll(' ', '')}${match[2] ?? ''}` }
}

const NO_SNILS = /^(нет|отсутствует|не\s?имеет(ся)?|б\/н|без снилс|иностр.*|0+)$/
const DECORATED = /^(снилс)?[\s:№]*[\d\s.\-\u2010-\u2015\u2212_'’`]+$/

/** A СНИЛС in an unusual spelling, or a word that says there is none. */
export function repairSnils(cell: Cell): Repair | undefined {
  if (cell === null) return undefined
  const text = headerKey(readsAs(cell)).replace(/[.,]0+$/, '')
  if (parseSnils(text) !== undefined)
    return text === headerKey(readsAs(cell)) ? undefined : { kind: 'snils', cell: text }
  if (isNothing(text) || NO_SNILS.test(text.replace(/[\s-]/g, (blank) => (blank === '-' ? '' : blank)))) {
    return { kind: 'snils', cell: null }
  }
  const digits = text.replace(/\D/g, '')
  return DECORATED.test(text) && parseSnils(digits) !== undefined ? { kind: 'snils', cell: digits } : undefined
}
