import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/db/db.ts'
import { notify } from '../../../platform/notifications.ts'
import { ASKED, HANDED, MINE } from './question.links.ts'

/** What has been overdue for longer was told before. */
const LOOKED_BACK_DAYS = 7

type Late = {
  readonly id: number
  readonly addressee: number
  readonly asker: number | null
  readonly day: string
  readonly isRecord: boolean
}

/** Tells both sides of every district of answers that are overdue, once each. */
export async function tellOfLate(database: Database): Promise<void> {
  const districts = await database.reader(null).selectFrom('registry.district').select('id').orderBy('id').execute()
  for (const { id } of districts) await database.write(id, tellOfLateHere)
}

async function tellOfLateHere(tx: Tx): Promise<void> {
  const { rows } = await sql<Late>`
    select q.id, q.addressee, q.asked_by as asker, q.due_on as day, q.person_id is not null as "isRecord"
    from indicators.question q
    join registry.district d on d.id = q.tenant_id
    cross join lateral (select (now() at time zone d.time_zone)::date as today) t
    where q.answered_at is null and q.closed_at is null
      and q.due_on < t.today and q.due_on >= t.today - ${LOOKED_BACK_DAYS}::int`.execute(tx)
  for (const { id, addressee, asker, day, isRecord } of rows) {
    const details = { question: id, day }
    const once = `question-late-${id}`
    await notify(tx, [addressee], { kind: 'indicators:question_late', link: HANDED, details, once })
    await notify(tx, [asker], { kind: 'indicators:asked_late', link: isRecord ? MINE : ASKED, details, once })
  }
}
