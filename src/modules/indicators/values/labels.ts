import type { ReadDb } from '../../../platform/db/db.ts'
import { askPrepared } from '../../../platform/db/prepared.ts'
import type { Vocabulary } from '../../population/index.ts'

/** A key of a slice of a subject: an id of an organisation or classifier value, or a code. */
export type SliceKey = { readonly subject: string; readonly slice: string; readonly id: string }

/** A key as it is shown: organisations by code and name, classifier values as first loaded, codes in words. */
export type ShownKey = SliceKey & Shown

type Shown = { readonly key: string; readonly label: string }

/** The keys as they are shown, ordered by key character by character; looked up in one statement. */
export async function findShownKeys(
  db: ReadDb,
  vocabulary: Vocabulary,
  keys: readonly SliceKey[],
  language: 'ru' | 'en',
): Promise<ShownKey[]> {
  const wanted = keys.map((key) => ({ ...key, declared: vocabulary.subjects.get(key.subject)?.slices[key.slice] }))
  const kinds = Map.groupBy(wanted, ({ declared }) => (declared?.kind === 'ref' ? kindOf(declared.classifier) : 'none'))
  const ids = KINDS.map((kind) => [...new Set(kinds.get(kind)?.map(({ id }) => Number(id)))])
  const rows = ids.some((some) => some.length > 0) ? await askPrepared<Row>(db, LABELS, ids) : []
  const found = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]))
  return wanted
    .map(({ declared, subject, slice, id }) => {
      const shown = { subject, slice, id, key: id, label: id }
      if (declared?.kind === 'code') {
        const words = declared.values[id]
        return words === undefined ? shown : { ...shown, key: words.ru, label: words[language] }
      }
      const row = declared?.kind === 'ref' ? found.get(`${kindOf(declared.classifier)} ${id}`) : undefined
      return row === undefined ? shown : { ...shown, key: row.key, label: row.label }
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

/** Where the names of a key are kept. */
const KINDS = ['organisation', 'position', 'value'] as const

const kindOf = (classifier: string): (typeof KINDS)[number] =>
  classifier === 'organisation' || classifier === 'position' ? classifier : 'value'

type Row = Shown & { readonly kind: string; readonly id: number }

const LABELS = {
  name: 'slice-keys',
  text: `select 'organisation' as kind, id, code as key, name as label from registry.organisation where id = any ($1::bigint[])
    union all select 'position', id, name, name from registry.position where id = any ($2::bigint[])
    union all select 'value', id, label, label from registry.classifier_value where id = any ($3::bigint[])`,
}
