import { headerKey, tidy } from '../text.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'

/** Where the columns of a sheet stand in a file. */
export type SheetHeader = {
  /** For each declared column its place in the file, or -1. */
  readonly places: readonly number[]
  /** The file's own headers, empty where a column has none. */
  readonly headers: readonly string[]
  /** Headers the declaration does not name (and second ones of the same name), as the file writes them. */
  readonly ignored: readonly string[]
  /** The place of `№ п/п`, or -1: it counts neither for blank rows nor for repeated ones. */
  readonly ordinal: number
  /** Declared headers the file has no column for: what its rows say of them all the same is taken, an empty cell clears nothing. */
  readonly fills?: ReadonlySet<string>
}

export type HeaderSearch = {
  /** The header, if this row holds all that is required; remembers the best of the others. */
  offer(texts: readonly string[]): SheetHeader | undefined
  /** Of all rows offered, what the one with the most known headers lacks. */
  missing(): readonly string[]
  /** How many known headers that row has. */
  found(): number
}

const ORDINAL = headerKey('№ п/п')

/** Looks for the first row that holds all required headers; of a person either the number, or name and birth date. */
export function createHeaderSearch(sheet: SheetDeclaration): HeaderSearch {
  const keys = sheet.columns.map((column) => headerKey(column.header))
  let best = 0
  let lacking = whatLacks(sheet, () => false)
  return {
    offer(texts) {
      const places = findPlaces(keys, texts)
      const count = places.filter((place) => place >= 0).length
      if (count === 0) return undefined
      const missing = whatLacks(sheet, (header) => (places[keys.indexOf(headerKey(header))] ?? -1) >= 0)
      if (missing.length === 0) return describe(places, texts)
      if (count > best) {
        best = count
        lacking = missing
      }
      return undefined
    },
    missing: () => lacking,
    found: () => best,
  }
}

function findPlaces(keys: readonly string[], texts: readonly string[]): number[] {
  const first = new Map<string, number>()
  texts.forEach((text, place) => {
    const key = headerKey(text)
    if (key !== '' && !first.has(key)) first.set(key, place)
  })
  return keys.map((key) => first.get(key) ?? -1)
}

function whatLacks(sheet: SheetDeclaration, has: (header: string) => boolean): string[] {
  const plain = sheet.columns.filter((column) => column.required && !has(column.header)).map((column) => column.header)
  const people = sheet.people.flatMap(({ headers }) => {
    const names = [headers.surname, headers.given, headers.birth]
    if (has(headers.snils) || names.every(has)) return []
    const lacking = names.filter((name) => !has(name) && !plain.includes(name))
    return lacking.length === names.length ? [headers.snils] : lacking
  })
  return [...plain, ...people]
}

function describe(places: readonly number[], texts: readonly string[]): SheetHeader {
  const used = new Set(places)
  const headers = texts.map(tidy)
  return {
    places,
    headers,
    ignored: headers.filter((header, place) => header !== '' && !used.has(place)),
    ordinal: headers.findIndex((header) => headerKey(header) === ORDINAL),
  }
}
