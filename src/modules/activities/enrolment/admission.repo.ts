import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Population } from '../../population/index.ts'
import { clashesOf } from './clashes.ts'
import type { Standing } from './enrolment.contract.ts'

/** An event as somebody meets it who wants to come, with how it takes people. */
export type Gate = {
  readonly event: number
  readonly title: string
  readonly state: 'draft' | 'announced' | 'held' | 'cancelled'
  readonly organiser: number
  /** Of a programme. */
  readonly isRun: boolean
  readonly heldOn: string
  /** When its first meeting begins; of one without meetings the day itself. */
  readonly begins: Date
  readonly seats: number | null
  readonly rule: Population | null
  readonly byApproval: boolean
  readonly quota: number | null
  readonly closesAt: Date | null
  readonly offerHours: number
  readonly walkIn: boolean
  /** 1 where nobody has said anything yet. */
  readonly version: number
}

const gateWith = (more: RawBuilder<unknown>) => sql`
  select e.id as event, e.title, e.state, e.organiser_id as organiser, e.programme_id is not null as "isRun",
    e.held_on as "heldOn", e.seats,
    coalesce((select min(m.starts_at) from activities.meeting m where m.event_id = e.id),
      e.held_on::timestamp at time zone d.time_zone) as begins,
    a.rule, coalesce(a.by_approval, false) as "byApproval", a.quota, a.closes_at as "closesAt",
    coalesce(a.offer_hours, 24) as "offerHours",
    coalesce(a.walk_in, false) as "walkIn", coalesce(a.version, 1) as version${more}
  from activities.event e
  join registry.district d on d.id = e.tenant_id
  left join activities.admission a on a.event_id = e.id`

const GATE = gateWith(sql``)

export async function findGate(db: ReadDb, event: number): Promise<Gate | undefined> {
  const { rows } = await sql<Gate>`${GATE} where e.id = ${event}`.execute(db)
  return rows[0]
}

/** With what else somebody has at these hours, in one statement: a crowd asks for both. */
export async function findGateFor(
  db: ReadDb,
  event: number,
  person: number,
): Promise<(Gate & Pick<Standing, 'clashes'>) | undefined> {
  const { rows } = await sql<Gate & Pick<Standing, 'clashes'>>`
    ${gateWith(sql`, ${clashesOf(event, person)} as clashes`)} where e.id = ${event}`.execute(db)
  return rows[0]
}

/**
 * From here to the end of the transaction nobody else gives or takes a seat of the event. What hangs on it (people, meetings)
 * may still be written: the key stays as it is.
 */
export async function lockGate(tx: Tx, event: number): Promise<Gate | undefined> {
  const { rows } = await sql<Gate>`${GATE} where e.id = ${event} for no key update of e`.execute(tx)
  return rows[0]
}

type Given = Pick<Gate, 'rule' | 'byApproval' | 'quota' | 'closesAt' | 'offerHours' | 'walkIn'>

/** False when the version is another one by now. */
export async function writeAdmission(tx: Tx, event: number, version: number, given: Given): Promise<boolean> {
  const { rule, byApproval, quota, closesAt, offerHours, walkIn } = given
  const json = rule === null ? null : JSON.stringify(rule)
  const { rows } = await sql`
    insert into activities.admission (event_id, rule, by_approval, quota, closes_at, offer_hours, walk_in, version)
    select ${event}, ${json}::jsonb, ${byApproval}, ${quota}, ${closesAt}, ${offerHours}, ${walkIn}, 2 where ${version} = 1
    on conflict do nothing returning 1`.execute(tx)
  if (rows.length === 1) return true
  const changed = await sql`
    update activities.admission set rule = ${json}::jsonb, by_approval = ${byApproval}, quota = ${quota},
      closes_at = ${closesAt}, offer_hours = ${offerHours}, walk_in = ${walkIn}, version = version + 1
    where event_id = ${event} and version = ${version}`.execute(tx)
  return changed.numAffectedRows === 1n
}
