import type { ReadDb } from '../../../platform/db/db.ts'
import type { Language } from '../../../platform/messages.ts'
import type { PersonalData } from '../../../platform/personal-data.ts'
import type { RegisterEntry } from '../register/register.contract.ts'
import { registerIn } from '../register/register.ts'
import { type CopiedRow, findAllCards, findRows, type Whose } from './copy.repo.ts'

export type Copy = readonly (Pick<RegisterEntry, 'table' | 'about' | 'purpose' | 'ground' | 'term' | 'fields'> & {
  /** `files`: rows of files as they came, sealed, of which nobody knows whose they are before they are read. */
  readonly kept: 'rows' | 'files'
  readonly rows: readonly CopiedRow[]
})[]

/** Everything on record of somebody, table by table of the register: nothing that is declared can be left out. */
export async function copyOf(
  db: ReadDb,
  data: readonly PersonalData[],
  { people, accounts }: Whose,
  language: Language,
): Promise<Copy> {
  const whose = { people: await findAllCards(db, people), accounts }
  const said = new Map(registerIn(language, data).map((entry) => [entry.table, entry]))
  const copy = []
  for (const [name, table] of data.flatMap(({ tables }) => Object.entries(tables))) {
    const entry = said.get(name)
    if (entry === undefined) continue
    const { about, purpose, ground, term, fields } = entry
    const rows = (await findRows(db, name, table, whose)).map(readable)
    const kept = table.of === 'sealed' ? ('files' as const) : ('rows' as const)
    copy.push({ table: name, about, purpose, ground, term, fields, kept, rows })
  }
  return copy
}

/** Sealed values and hashes say nothing to anybody; those within images of a card neither. */
function readable(row: CopiedRow): CopiedRow {
  const tell = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(tell)
    if (typeof value !== 'object' || value === null) return value
    return readable({ ...value })
  }
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !/snils|sealed|hash/.test(name))
      .map(([name, value]) => [name, tell(value)]),
  )
}
