import type { ReadDb } from '../../platform/db/db.ts'
import type { Module, NamesOf } from '../../platform/module.ts'
import type { JournalRow } from './journal.contract.ts'
import type { StoredRow } from './journal.repo.ts'

type Names = ReadonlyMap<string, NamesOf>

/** What things are called, as the modules know. */
export const namesOf = (modules: readonly Module[]): Names =>
  new Map(modules.flatMap(({ names }) => Object.entries(names ?? {})))

/** Says the names of whom and what the rows are about; a few statements, whatever the number of rows. */
export async function withNames(db: ReadDb, names: Names, rows: readonly StoredRow[]): Promise<JournalRow[]> {
  const wanted = new Map<string, Set<number>>()
  const want = (kind: string, id: number | null): void => {
    if (id === null) return
    const ids = wanted.get(kind) ?? new Set()
    wanted.set(kind, ids.add(id))
  }
  for (const row of rows) {
    want('account', row.who)
    want('account', row.as)
    if (row.kind !== null) want(row.kind, row.object)
  }
  const known = new Map(
    await Promise.all(
      Array.from(wanted, async ([kind, ids]) => [kind, await names.get(kind)?.(db, [...ids])] as const),
    ),
  )
  const nameOf = (kind: string, id: number): string | null => known.get(kind)?.get(id) ?? null
  const account = (id: number | null): JournalRow['who'] => (id === null ? null : { id, name: nameOf('account', id) })
  return rows.map(({ at, who, as, kind, object, ...same }) => ({
    ...same,
    at: at.toISOString(),
    who: account(who),
    as: account(as),
    object: kind === null || object === null ? null : { kind, id: object, name: nameOf(kind, object) },
  }))
}
