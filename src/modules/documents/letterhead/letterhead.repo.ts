import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Letterhead } from './letterhead.contract.ts'
import type { Picture } from './picture.ts'

export type StoredLetterhead = Omit<Letterhead, 'emblem' | 'isSiteKnown'> & { readonly emblem: Picture | null }

type Row = Omit<StoredLetterhead, 'emblem'> & { readonly bytes: Buffer | null; readonly type: Picture['type'] | null }

const NONE: StoredLetterhead = { version: 0, name: '', place: '', address: '', requisites: '', emblem: null }

/** Of a district that has written none: empty, of the version 0. */
export async function findLetterhead(db: ReadDb): Promise<StoredLetterhead> {
  const { rows } = await sql<Row>`
    select version, name, place, postal as address, requisites, emblem as bytes, emblem_type as type from documents.letterhead`.execute(
    db,
  )
  const [row] = rows
  if (row === undefined) return NONE
  const { bytes, type, ...same } = row
  return { ...same, emblem: bytes === null || type === null ? null : { bytes, type } }
}

type Fields = Pick<Letterhead, 'name' | 'place' | 'address' | 'requisites'>

/** False when the version is another one by now. */
export async function saveLetterhead(tx: Tx, version: number, fields: Fields): Promise<boolean> {
  const { numAffectedRows } =
    version === 0
      ? await sql`insert into documents.letterhead (name, place, postal, requisites)
          values (${fields.name}, ${fields.place}, ${fields.address}, ${fields.requisites})
          on conflict (tenant_id) do nothing`.execute(tx)
      : await sql`update documents.letterhead set version = version + 1, name = ${fields.name}, place = ${fields.place},
            postal = ${fields.address}, requisites = ${fields.requisites}
          where version = ${version}`.execute(tx)
  return numAffectedRows === 1n
}

/** With another picture it is another letterhead: whoever is writing it sees that. */
export async function saveEmblem(tx: Tx, emblem: Picture | null): Promise<void> {
  const { bytes = null, type = null } = emblem ?? {}
  await sql`insert into documents.letterhead as l (emblem, emblem_type) values (${bytes}, ${type})
    on conflict (tenant_id) do update
      set emblem = excluded.emblem, emblem_type = excluded.emblem_type, version = l.version + 1`.execute(tx)
}
