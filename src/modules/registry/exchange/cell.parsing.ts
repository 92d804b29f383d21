import { headerKey } from '../text.ts'
import { parseDay } from './day.parsing.ts'
import { compareDecimals, parseDecimal } from './decimal.ts'
import { parseEmail } from './email.ts'
import { normalCase } from './person.names.ts'
import type { CellType } from './sheet.declaration.ts'
import { parseSnils } from './snils.ts'
import { indexedKey, storable, type TextKey } from './text.keys.ts'

export type CellFault = 'date_invalid' | 'number_range' | 'snils_checksum' | 'email_invalid' | 'value_unknown'

/**
 * A value as it is compared (`key`) and as it is stored or shown (`text`): days as `YYYY-MM-DD`, numbers in their
 * canonical spelling, yes and no as `t` and `f`, closed lists by their stored code, open ones by key and label.
 */
export type Value = {
  readonly key: string
  readonly text: string
  readonly items: readonly TextKey[] | undefined
  /** Worked out when first needed, for the column the value stands in: what COPY is given, and a number for its key. */
  copied: string | undefined
  number: number | undefined
}

export function makeValue(key: string, text: string, items?: readonly TextKey[]): Value {
  return { key, text, items, copied: undefined, number: undefined }
}

/** The value of a filled cell by the text it reads as, or why it is none. */
export type ParseCell = (text: string) => Value | CellFault

/** How cells of a type are read. Bounds between two cells (`upTo`, `notBefore`) are no matter of one cell. */
export function cellParser(type: CellType): ParseCell {
  switch (type.is) {
    case 'text':
      return orNothing(type.none, (text) => makeValue(headerKey(text), storable(text)))
    case 'email':
      return email
    case 'open':
      return orNothing(type.none, labelled)
    case 'own-code':
    case 'code':
    case 'sex':
    case 'position':
      return labelled
    case 'open-list':
      return listed
    case 'date':
      return day
    case 'yes-no':
      return chosen({ да: 't', нет: 'f' })
    case 'closed':
      return chosen(type.values)
    case 'number':
      return (text) => number(text, type)
    case 'person':
      return personParser(type.part)
  }
}

function personParser(part: Extract<CellType, { is: 'person' }>['part']): (text: string) => Value | CellFault {
  if (part === 'birth') return day
  if (part !== 'snils') return (text) => makeValue(indexedKey(text), normalCase(storable(text)))
  return (text) => {
    const snils = parseSnils(text.trim())
    return snils === undefined ? 'snils_checksum' : makeValue(snils, snils)
  }
}

const labelled = (text: string): Value => makeValue(indexedKey(text), storable(text))

/** Values between commas, each once, in one order: a list says the same however it is arranged. */
function listed(text: string): Value {
  const byKey = new Map<string, TextKey>()
  for (const part of text.split(',')) {
    const item = { key: indexedKey(part), label: storable(part) }
    if (item.key !== '' && !byKey.has(item.key)) byKey.set(item.key, item)
  }
  const items = [...byKey.values()].sort((left, right) => (left.key < right.key ? -1 : 1))
  return makeValue(items.map((item) => item.key).join(','), '', items)
}

function day(text: string): Value | CellFault {
  const found = parseDay(storable(text))
  return found === undefined ? 'date_invalid' : makeValue(found, found)
}

/** What an empty cell is. */
const NOTHING: Value = { ...makeValue('', ''), copied: '\\N' }

function orNothing(none: readonly string[] | undefined, read: (text: string) => Value): (text: string) => Value {
  if (none === undefined) return read
  const keys = new Set(none.map(headerKey))
  return (text) => (keys.has(headerKey(text)) ? { ...NOTHING } : read(text))
}

function email(text: string): Value | CellFault {
  const found = parseEmail(storable(text))
  return found === undefined ? 'email_invalid' : makeValue(found, found)
}

function number(text: string, type: Extract<CellType, { is: 'number' }>): Value | CellFault {
  const found = parseDecimal(storable(text))
  if (found === undefined || (type.whole === true && !isInteger(found))) return 'number_range'
  if (type.from !== undefined && compareDecimals(found, String(type.from)) < 0) return 'number_range'
  if (type.above !== undefined && compareDecimals(found, String(type.above)) <= 0) return 'number_range'
  return makeValue(found, found)
}

/** What a PostgreSQL integer holds. */
const isInteger = (decimal: string): boolean =>
  /^-?\d{1,10}$/.test(decimal) && Math.abs(Number(decimal)) <= 2_147_483_647

function chosen(values: Readonly<Record<string, string>>): (text: string) => Value | CellFault {
  const byKey = new Map(Object.entries(values).map(([label, stored]) => [headerKey(label), stored]))
  return (text) => {
    const stored = byKey.get(headerKey(text))
    return stored === undefined ? 'value_unknown' : makeValue(stored, stored)
  }
}
