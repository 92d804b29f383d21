import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/db/instant.ts'
import type { ProgrammeReview } from './programmes.contract.ts'

export type StoredReview = Omit<ProgrammeReview, 'can'>

const REVIEWS = sql`
  select r.id, r.version, r.round, r.due_on as "dueOn", r.verdict, r.remarks, r.entered_by is not null as "onPaper",
    json_build_object('id', p.id, 'name', concat_ws(' ', p.surname, p.given_name, p.patronymic)) as person,
    ${instant('r.given_at')} as "givenAt"
  from activities.programme_review r join registry.person p on p.id = r.person_id`

/** The latest time first. */
export async function findReviews(db: ReadDb, programme: number): Promise<StoredReview[]> {
  const { rows } = await sql<StoredReview>`${REVIEWS} where r.programme_id = ${programme}
    order by r.round desc, r.id`.execute(db)
  return rows
}

/** Which programme it is of, and who was asked. */
export async function findReview(
  db: ReadDb,
  id: number,
): Promise<{ readonly programme: number; readonly person: number } | undefined> {
  return await db
    .selectFrom('activities.programme_review')
    .select(['programme_id as programme', 'person_id as person'])
    .where('id', '=', id)
    .executeTakeFirst()
}

type Asked = { readonly round: number; readonly people: readonly number[]; readonly dueOn: string }

export async function insertReviews(tx: Tx, programme: number, { round, people, dueOn }: Asked): Promise<void> {
  const rows = people.map((person) => ({ programme_id: programme, round, person_id: person, due_on: dueOn }))
  await tx.insertInto('activities.programme_review').values(rows).execute()
}

type Said = { readonly verdict: 'recommended' | 'remarks'; readonly remarks: string; readonly enteredBy: number | null }

/** False when the version is another one by now, or an opinion was given already. */
export async function updateReview(tx: Tx, id: number, version: number, said: Said): Promise<boolean> {
  const { verdict, remarks, enteredBy } = said
  const done = await tx
    .updateTable('activities.programme_review')
    .set({ verdict, remarks, given_at: new Date(), entered_by: enteredBy, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('verdict', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
