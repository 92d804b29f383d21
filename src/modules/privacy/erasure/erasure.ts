import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { PersonalData, PersonalTable } from '../../../platform/personal-data.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import {
  countOpenLoads,
  erasedKeys,
  type FileTraces,
  findFileTraces,
  insertErased,
  removeFileTraces,
} from '../../registry/index.ts'
import { type CopiedRow, findRows } from '../copy/copy.repo.ts'
import { countMentions, countRows, eraseMentions, eraseRows, type Whose } from './erasing.repo.ts'
import { ERASED, likeness, lookFor } from './naming.ts'
import { findHindrances, findSubject, type Subject } from './subject.repo.ts'

/** What becomes of a table’s rows of somebody. `does` and `why` are codes that have words. */
export type Fate = {
  readonly table: string
  readonly does: PersonalTable['erasing']['does'] | 'mentions'
  readonly rows: number
  readonly why: string | null
}

export type Hindrance = 'employed' | 'roles' | 'loads'

/** Somebody who is to be erased, and how each table finds them. */
export type Condemned = {
  readonly subject: Subject
  readonly whose: Whose
  readonly traces: FileTraces
  readonly pattern: RegExp
}

export async function condemn(db: ReadDb, person: number, keyring: Keyring): Promise<Condemned> {
  const subject = await findSubject(db, person, keyring)
  const pattern = lookFor(subject)
  const texts = likeness(subject)
  const { people, accounts } = subject
  const traces = await findFileTraces(db, keyring, { people, patterns: texts, isNamedIn: namedBy(pattern) })
  return { subject, pattern, traces, whose: { people, accounts, texts } }
}

/** What stands in the way of an erasure; nothing is erased while there is one. */
export async function hindrancesOf(db: ReadDb, { subject }: Condemned, today: string): Promise<Hindrance[]> {
  const { employed, roles } = await findHindrances(db, subject, today)
  const loads = await countOpenLoads(db)
  return [
    ...(employed > 0 ? (['employed'] as const) : []),
    ...(roles > 0 ? (['roles'] as const) : []),
    ...(loads > 0 ? (['loads'] as const) : []),
  ]
}

/** Table by table what would go and what would stay, by what the modules declare. Changes nothing. */
export async function foretell(db: ReadDb, data: readonly PersonalData[], condemned: Condemned): Promise<Fate[]> {
  const { traces, whose, pattern } = condemned
  const fates: Fate[] = []
  for (const [name, table] of tablesOf(data)) {
    const rows = table.erasing.does === 'open' ? opened(traces, name) : await countRows(db, name, table, whose)
    fates.push(fateOf(name, table, rows))
    if (table.mentions === undefined) continue
    const named = await countMentions(db, name, table.mentions, { texts: whose.texts, isNamedIn: namedBy(pattern) })
    fates.push({ table: name, does: 'mentions', rows: named, why: null })
  }
  return fates.filter(isTold)
}

export type Erasure = {
  readonly fates: readonly Fate[]
  /** Rows that stand in the file of the request from now on. */
  readonly filed: Readonly<Record<string, readonly CopiedRow[]>>
}

/**
 * Erases somebody by what the modules declare, later modules before earlier ones, for they refer to those. Whoever else
 * refers to the card makes it fail. `request`: what it is done for, and by which the bar is lifted again.
 */
export async function erase(
  tx: Tx,
  data: readonly PersonalData[],
  condemned: Condemned,
  { keyring, request }: { readonly keyring: Keyring; readonly request: number },
): Promise<Erasure> {
  const { subject, traces, whose, pattern } = condemned
  const fates: Fate[] = []
  const filed: Record<string, readonly CopiedRow[]> = {}
  await removeFileTraces(tx, keyring, traces)
  for (const [name, table] of tablesOf(data).reverse()) {
    if (table.erasing.does === 'file') filed[name] = await findRows(tx, name, table, whose)
    const { does } = table.erasing
    const rows =
      does === 'open'
        ? opened(traces, name)
        : does === 'keep'
          ? await countRows(tx, name, table, whose)
          : await eraseRows(tx, name, table, whose)
    fates.unshift(fateOf(name, table, rows))
    if (table.mentions === undefined) continue
    const texts = await eraseMentions(tx, name, table.mentions, {
      texts: whose.texts,
      erase: (text) => text.replace(pattern, ERASED),
    })
    fates.push({ table: name, does: 'mentions', rows: texts, why: null })
  }
  await insertErased(tx, request, erasedKeys(keyring, subject))
  return { fates: fates.filter(isTold), filed }
}

const tablesOf = (data: readonly PersonalData[]): [string, PersonalTable][] =>
  data.flatMap(({ tables }) => Object.entries(tables))

const fateOf = (table: string, { erasing }: PersonalTable, rows: number): Fate => ({
  ...{ table, does: erasing.does, rows },
  why: 'why' in erasing ? (erasing.why ?? null) : null,
})

const isTold = ({ rows }: Fate): boolean => rows > 0

/** How many of the rows that had to be opened speak of them. */
function opened(traces: FileTraces, name: string): number {
  const found = Object.entries(traces).find(([table]) => table === name)
  if (found === undefined) throw new Error(`nobody opens the rows of ${name}`)
  return found[1].length
}

/** A pattern of many finds keeps its place between two texts. */
const namedBy =
  (pattern: RegExp) =>
  (text: string): boolean => {
    pattern.lastIndex = 0
    return pattern.test(text)
  }
