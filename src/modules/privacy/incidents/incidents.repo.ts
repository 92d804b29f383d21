import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'

export type StoredIncident = {
  readonly id: number
  readonly version: number
  readonly title: string
  readonly happenedAt: Date
  readonly knownAt: Date
  readonly data: string
  readonly people: number | null
  readonly causes: string | null
  readonly measures: string | null
  readonly notifiedAt: Date | null
  readonly findingsAt: Date | null
  readonly closedAt: Date | null
  readonly enteredBy: string | null
}

const COLUMNS = sql`i.id, i.version, i.title, i.happened_at as "happenedAt", i.known_at as "knownAt", i.data, i.people,
  i.causes, i.measures, i.notified_at as "notifiedAt", i.findings_at as "findingsAt", i.closed_at as "closedAt",
  (select a.name from identity.account a where a.id = i.entered_by) as "enteredBy"`

/** Open ones first, the latest before the others. */
export async function findIncidents(db: ReadDb): Promise<StoredIncident[]> {
  const { rows } = await sql<StoredIncident>`
    select ${COLUMNS} from privacy.incident i order by i.closed_at is not null, i.known_at desc, i.id desc`.execute(db)
  return rows
}

export async function findIncident(db: ReadDb, id: number): Promise<StoredIncident | undefined> {
  const { rows } = await sql<StoredIncident>`select ${COLUMNS} from privacy.incident i where i.id = ${id}`.execute(db)
  return rows[0]
}

export type Facts = Readonly<{
  title: string
  happened_at: string
  known_at: string
  data: string
  people: number | null
  causes: string | null
  measures: string | null
}>

export async function insertIncident(tx: Tx, facts: Facts, account: number | null): Promise<number> {
  const row = await tx
    .insertInto('privacy.incident')
    .values({ ...facts, entered_by: account })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

type Change = { readonly [K in keyof Facts]?: Facts[K] | undefined } & Readonly<
  Partial<{ notified_at: Date; findings_at: Date; closed_at: Date }>
>

/** False when the version is another one by now. */
export async function updateIncident(tx: Tx, id: number, version: number, set: Change): Promise<boolean> {
  const done = await tx
    .updateTable('privacy.incident')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
