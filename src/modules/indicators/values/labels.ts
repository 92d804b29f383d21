import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { Vocabulary } from '../../population/index.ts'

/** A key of a slice of a subject: an id of an organisation or classifier value, or a code. */
export type SliceKey = { readonly subject: string; readonly slice: string; readonly id: string }

/** How a slice's key is shown: organisations by code and name, classifier values as first loaded, codes in words. */
export type Labels = (key: SliceKey) => { readonly key: string; readonly label: string }

/** Looks up the keys that occur, one statement a kind of key. */
export async function findLabels(
  db: ReadDb,
  vocabulary: Vocabulary,
  keys: readonly SliceKey[],
  language: 'ru' | 'en',
): Promise<Labels> {
  const wanted = new Map<string, Set<number>>()
  for (const { subject, slice, id } of keys) {
    const declared = vocabulary.subjects.get(subject)?.slices[slice]
    if (declared?.kind !== 'ref') continue
    const kind =
      declared.classifier === 'organisation' || declared.classifier === 'position' ? declared.classifier : 'value'
    wanted.set(kind, (wanted.get(kind) ?? new Set()).add(Number(id)))
  }
  const found = new Map<string, { key: string; label: string }>()
  for (const [kind, ids] of wanted) {
    for (const row of await readLabels(db, kind, [...ids])) found.set(`${kind} ${row.id}`, row)
  }
  return ({ subject, slice, id }) => {
    const declared = vocabulary.subjects.get(subject)?.slices[slice]
    if (declared?.kind === 'code')
      return { key: declared.values[id]?.ru ?? id, label: declared.values[id]?.[language] ?? id }
    if (declared?.kind !== 'ref') return { key: id, label: id }
    const kind =
      declared.classifier === 'organisation' || declared.classifier === 'position' ? declared.classifier : 'value'
    return found.get(`${kind} ${id}`) ?? { key: id, label: id }
  }
}

async function readLabels(
  db: ReadDb,
  kind: string,
  ids: readonly number[],
): Promise<{ id: number; key: string; label: string }[]> {
  const wanted = sql`any (${[...ids]}::bigint[])`
  switch (kind) {
    case 'organisation':
      return await db
        .selectFrom('registry.organisation')
        .select(['id', 'code as key', 'name as label'])
        .where(sql<boolean>`id = ${wanted}`)
        .execute()
    case 'position':
      return await db
        .selectFrom('registry.position')
        .select(['id', 'name as key', 'name as label'])
        .where(sql<boolean>`id = ${wanted}`)
        .execute()
    default:
      return await db
        .selectFrom('registry.classifier_value')
        .select(['id', 'label as key', 'label'])
        .where(sql<boolean>`id = ${wanted}`)
        .execute()
  }
}
