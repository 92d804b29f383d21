import { type Cell, type Row, readsAs } from '../../../platform/spreadsheets/index.ts'
import { createHeaderSearch } from '../exchange/header.match.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { headerKey, tidy } from '../text.ts'
import { fullNameOf, type HeaderKey, type HeaderNames, headerNames, ORDINAL, suffixOf } from './header.aliases.ts'
import type { SheetProfile } from './profile.ts'
import { EMPLOYMENT } from './repairs/employment.ts'
import { looksLikeOrganisation } from './repairs/organisations.ts'
import { SCORE } from './scores.ts'

/** A column of the file and what it is taken for: a declared header, `ФИО`, `№ п/п`; null: left alone. */
export type ColumnReading = {
  readonly place: number
  /** Headers over several rows joined. */
  readonly header: string
  readonly means: string | null
  readonly how: 'profile' | 'same' | 'alias' | 'none' | 'forbidden'
}

/** Where the organisation of all rows stands when no column names it. */
export type OrganisationPlace = { readonly in: 'sheet' | 'title'; readonly text: string } | { readonly in: 'sections' }

export type Head = {
  readonly sheet: SheetDeclaration
  readonly columns: readonly ColumnReading[]
  /** Rows below the header, of those given. */
  readonly below: number
  /** The last row of the header as it reads: pages that were printed repeat it. */
  readonly lastRow: readonly string[]
  /** What stands above the header. */
  readonly titles: readonly string[]
  readonly organisation: OrganisationPlace | undefined
  /** Required columns that nothing supplies. */
  readonly missing: readonly string[]
  /** How many declared columns were recognised. */
  readonly found: number
}

const ROWS_SEARCHED = 60
const MOST_ROWS = 3
/** Fewer recognised columns make no header. */
const LEAST_FOUND = 2

export type SheetHead = {
  readonly name: string
  readonly rows: readonly Row[]
  readonly keyOf: (text: string) => HeaderKey
}

/** The header of a sheet taken for a declared one: of all rows, alone or with those below, what recognises most. */
export function readHead(
  sheet: SheetDeclaration,
  { name, rows, keyOf }: SheetHead,
  profile: SheetProfile | undefined,
): Head | undefined {
  const names = headerNames(sheet)
  let best: Head | undefined
  for (let from = 0; from < Math.min(rows.length, ROWS_SEARCHED); from++) {
    for (let depth = 1; depth <= MOST_ROWS; depth++) {
      const levels = levelsOf(rows, from, depth)
      if (levels === undefined) break
      const columns = readColumns(levels, names, keyOf, profile)
      const found = columns.filter(({ means }) => means !== null && means !== ORDINAL).length
      if (found < LEAST_FOUND || (best !== undefined && found <= best.found && best.missing.length === 0)) continue
      const titles = rows.slice(0, from).flatMap(({ cells }) => cells.map(readsAs).filter((text) => text !== ''))
      const sections = rows.slice(from + depth)
      const head = complete(sheet, columns, { name, titles, sections }, profile)
      if (best !== undefined && !isBetter(head, best)) continue
      best = { ...head, below: from + depth, lastRow: levels.at(-1) ?? [] }
    }
  }
  return best
}

const isBetter = (one: Omit<Head, 'below' | 'lastRow'>, other: Head): boolean =>
  one.missing.length !== other.missing.length ? one.missing.length < other.missing.length : one.found > other.found

/** The texts of rows that may be one header: rows on end, the lower ones without dates or numbers. */
function levelsOf(rows: readonly Row[], from: number, depth: number): string[][] | undefined {
  const own = rows.slice(from, from + depth)
  const first = own[0]?.row ?? 0
  if (own.length < depth || own.some(({ row }, at) => row !== first + at)) return undefined
  if (own.some(({ cells }, at) => at > 0 && !cells.every(isWords))) return undefined
  if (depth > 1 && own[0] !== undefined && isTitle(own[0])) return undefined
  const width = Math.max(...own.map(({ cells }) => cells.length))
  return own.map(({ cells }) => Array.from({ length: width }, (_, place) => headerText(cells[place])))
}

/** One text at the left, and nothing beside it: it is no parent of columns. */
const isTitle = ({ cells }: Row): boolean => cells[0] !== null && cells.slice(1).every((cell) => cell === null)

const isWords = (cell: Cell): boolean => cell === null || (typeof cell === 'string' && !/^[\d.,\s-]+$/.test(cell))

/** A word broken over two lines is one. */
const headerText = (cell: Cell | undefined): string =>
  tidy(readsAs(cell).replace(/([а-яё])-[ \t]*\n\s*([а-яё])/giu, '$1$2'))

function readColumns(
  levels: readonly (readonly string[])[],
  names: HeaderNames,
  keyOf: SheetHead['keyOf'],
  profile: SheetProfile | undefined,
): ColumnReading[] {
  const read = joined(levels).map((parts, place): ColumnReading => {
    const header = tidy(parts.join(' '))
    if (header === '') return { place, header, means: null, how: 'none' }
    const said = profile?.columns[headerKey(header)]
    if (said !== undefined) return { place, header, means: said, how: 'profile' }
    const key = keyOf(header)
    if (key.isForbidden) return { place, header, means: null, how: 'forbidden' }
    const meant = names.means(key) ?? ofChild(parts, names, keyOf)
    return { place, header, means: meant?.header ?? null, how: meant?.how ?? 'none' }
  })
  const rank = { profile: 0, same: 1, alias: 2, none: 3, forbidden: 3 }
  const owners = new Map<string, ColumnReading>()
  for (const column of read) {
    const owner = column.means === null ? undefined : owners.get(column.means)
    if (column.means !== null && (owner === undefined || rank[column.how] < rank[owner.how])) {
      owners.set(column.means, column)
    }
  }
  return read.map((column) =>
    column.means === null || owners.get(column.means) === column ? column : { ...column, means: null, how: 'none' },
  )
}

/** A parent says whose its columns are; where it says nothing of its own, the lowest row is enough. */
const GROUPS =
  /сведени|данные|персональ|общие|фио|ф\.и\.о|сотрудник|работник|педагог|участник|слушател|работа|трудов|занятост|должност/i

function ofChild(
  parts: readonly string[],
  names: HeaderNames,
  keyOf: SheetHead['keyOf'],
): ReturnType<HeaderNames['means']> {
  if (parts.length < 2) return undefined
  const meant = names.means(keyOf(parts.at(-1) ?? ''))
  return meant?.how === 'same' || GROUPS.test(parts[0] ?? '') ? meant : undefined
}

/** By place, what stands over a column from the top; a cell merged over several columns holds for all of them. */
function joined(levels: readonly (readonly string[])[]): string[][] {
  const [top = [], ...lower] = levels
  const below = lower.length === 0 ? undefined : joined(lower)
  let parent = ''
  return top.map((text, place) => {
    const children = below?.[place] ?? []
    if (text !== '') parent = children.length > 0 ? text : ''
    if (text !== '') return [text, ...children]
    return children.length > 0 && parent !== '' ? [parent, ...children] : [...children]
  })
}

type Around = { readonly name: string; readonly titles: readonly string[]; readonly sections: readonly Row[] }

function complete(
  sheet: SheetDeclaration,
  columns: readonly ColumnReading[],
  { name, titles, sections }: Around,
  profile: SheetProfile | undefined,
): Omit<Head, 'below' | 'lastRow'> {
  const meant = columns.flatMap(({ means }) => means ?? [])
  const supplied = new Set([...meant, ...Object.keys(profile?.constants ?? {})])
  for (const [person, { headers }] of sheet.people.entries()) {
    if (!supplied.has(fullNameOf(suffixOf(sheet, person)))) continue
    for (const header of [headers.surname, headers.given, headers.patronymic]) supplied.add(header)
  }
  if (supplied.has(SCORE.score)) supplied.add(SCORE.most)
  if (supplied.has(EMPLOYMENT.kind)) supplied.add(EMPLOYMENT.main)
  const column = organisationColumn(sheet)
  const organisation = column && !supplied.has(column) ? placeOfOrganisation(name, titles, sections) : undefined
  if (organisation !== undefined && column !== undefined) supplied.add(column)
  const search = createHeaderSearch(sheet)
  const missing = search.offer([...supplied]) === undefined ? search.missing() : []
  return { sheet, columns, titles, organisation, missing, found: meant.filter((one) => one !== ORDINAL).length }
}

/** The header of the column that names the organisation, where each row must. */
export const organisationColumn = (sheet: SheetDeclaration): string | undefined =>
  sheet.columns.find(({ type, required }) => required && type.is === 'code' && type.of === 'organisation')?.header

function placeOfOrganisation(
  name: string,
  titles: readonly string[],
  sections: readonly Row[],
): OrganisationPlace | undefined {
  if (looksLikeOrganisation(name)) return { in: 'sheet', text: name }
  const title = titles.find(looksLikeOrganisation)
  if (title !== undefined) return { in: 'title', text: title }
  if (/^№?\s*\d{1,4}$/.test(name.trim())) return { in: 'sheet', text: name }
  const isSection = ({ cells }: Row): boolean => {
    const filled = cells.filter((cell) => cell !== null)
    return filled.length === 1 && typeof filled[0] === 'string' && looksLikeOrganisation(filled[0])
  }
  return sections.some(isSection) ? { in: 'sections' } : undefined
}
