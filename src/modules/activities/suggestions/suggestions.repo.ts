import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/db/instant.ts'
import type { Population } from '../../population/index.ts'
import { isCounted } from '../runs/closing/modules.repo.ts'
import type { Candidate, Profile } from './ranking.ts'

type Asked = { readonly person: number; readonly today: string }

/** What is on record of somebody today. */
export async function findProfile(db: ReadDb, { person, today }: Asked): Promise<Profile> {
  const { rows } = await sql<Profile>`
    select
      coalesce((select json_agg(c.label) from registry.classifier_value c where c.id = any (s.subject_ids)), '[]') as subjects,
      coalesce((select json_agg(c.name) from registry.position c where c.id = any (s.position_ids)), '[]') as positions,
      coalesce(to_json(s.organisation_ids), '[]') as organisations,
      coalesce((select json_agg(json_build_object('diagnostic', d.label, 'on', d.taken_on) order by d.taken_on desc) from (
        select distinct on (r.diagnostic_id, r.area) v.label, r.taken_on, r.passed
        from competence.diagnostic_result r
        join registry.classifier_value v on v.id = r.diagnostic_id
        where r.person_id = p.id and r.taken_on <= ${today}
        order by r.diagnostic_id, r.area, r.taken_on desc) d where not d.passed), '[]') as deficits,
      (select max(l.ends_on) from activities.learning l where l.person_id = p.id and l.ends_on <= ${today}) as "learnedOn"
    from registry.person p
    left join registry.person_span s on s.person_id = p.id and s.from_on <= ${today} and s.to_on >= ${today}
    where p.id = ${person}`.execute(db)
  return rows[0] ?? { subjects: [], positions: [], organisations: [], deficits: [], learnedOn: null }
}

export type Ahead = Omit<Candidate, 'isMeant'> & {
  readonly eventId: number
  readonly form: string
  readonly startsAt: string | null
  readonly place: string | null
  readonly isOnline: boolean
  readonly seatsLeft: number | null
  readonly byApproval: boolean
  readonly rule: Population | null
  readonly isBusy: boolean
}

const MONTH_DAYS = 31
/** More are announced in no month of a district. */
const MOST = 300

/** Announced for the month ahead, enrolment open, and the person has had nothing to do with it yet. */
export async function findAhead(db: ReadDb, { person, today }: Asked): Promise<Ahead[]> {
  const { rows } = await sql<Ahead>`
    select e.id as "eventId", e.title, t.label as topic, u.label as audience, e.hours::float8 as hours,
      e.organiser_id as organiser, e.held_on as "startsOn", k.label as form, ${instant('m.starts_at')} as "startsAt",
      coalesce(m.room, e.place) as place, coalesce(e.format = 'online', false) as "isOnline",
      case when e.seats is not null then greatest(0, e.seats - n.taken - n.waiting) end as "seatsLeft",
      coalesce(a.by_approval, false) as "byApproval", a.rule,
      exists (
        select from activities.meeting mine join activities.enrolment o on o.event_id = mine.event_id
          and o.person_id = ${person} and o.state in ('enrolled', 'offered')
        join activities.event oe on oe.id = o.event_id and oe.state = 'announced'
        join activities.meeting this on this.event_id = e.id
          and mine.starts_at < this.ends_at and mine.ends_at > this.starts_at) as "isBusy"
    from activities.event e
    join registry.classifier_value k on k.id = e.kind_id
    left join registry.classifier_value t on t.id = e.topic_id
    left join registry.classifier_value u on u.id = e.audience_id
    left join activities.admission a on a.event_id = e.id
    left join lateral (
      select m.starts_at, r.name || ', ' || h.name as room from activities.meeting m
      left join activities.room r on r.id = m.room_id left join registry.organisation h on h.id = r.organisation_id
      where m.event_id = e.id order by m.starts_at, m.id limit 1
    ) m on true
    cross join lateral (
      select count(*) filter (where o.state in ('enrolled', 'offered'))::int as taken,
        count(*) filter (where o.state = 'waiting')::int as waiting
      from activities.enrolment o where o.event_id = e.id
    ) n
    where e.state = 'announced' and e.held_on between ${today} and ${today}::date + ${MONTH_DAYS}::int
      and coalesce(m.starts_at > now(), true) and coalesce(a.closes_at > now(), true)
      and not exists (select from activities.enrolment o where o.event_id = e.id and o.person_id = ${person})
      and not exists (select from activities.speaker s where s.event_id = e.id and s.person_id = ${person})
    order by e.held_on, e.id limit ${MOST}`.execute(db)
  return rows
}

export type Credited = {
  readonly key: string
  readonly title: string
  readonly on: string
  readonly hours: number | null
  readonly document: { readonly id: number; readonly number: string } | null
}

/** Learning that ended and events that were held within a year, the latest first. */
export async function findCredited(
  db: ReadDb,
  { person, today }: Asked,
  most: number,
): Promise<{ items: Credited[]; hours: number; total: number }> {
  const { rows } = await sql<Credited & { sum: number; total: number }>`
    with credited as (
      select 'event-' || e.id as key, e.title, coalesce(e.last_on, e.held_on) as "on", e.hours::float8 as hours,
        (select json_build_object('id', d.id, 'number', d.number) from documents.document d
          where d.source_kind = 'event' and d.source_id = e.id and d.person_id = a.person_id and d.state = 'issued'
          order by d.id desc limit 1) as document,
        coalesce((select g.state from activities.attesting g where g.event_id = e.id), 'none') as attesting
      from activities.attendance a join activities.event e on e.id = a.event_id and e.state = 'held'
      where a.person_id = ${person} and not exists (select from activities.completion c
        where c.event_id = e.id and c.person_id = a.person_id and c.learning_id is not null)
        and not ${isCounted(sql`a.person_id`)}
      union all
      select 'learning-' || l.id, v.label, l.ends_on, l.hours::float8,
        (select json_build_object('id', d.id, 'number', d.number)
          from (select 'event' as kind, c.event_id as id from activities.completion c where c.learning_id = l.id
            union all
            select 'programme', c.programme_id from activities.programme_completion c where c.learning_id = l.id
            union all
            select 'self_study', s.id from activities.self_study s where s.learning_id = l.id) as given
          join documents.document d on d.source_kind = given.kind and d.source_id = given.id and d.person_id = l.person_id
          where d.state = 'issued' order by d.id desc limit 1), 'none'
      from activities.learning l join registry.classifier_value v on v.id = l.programme_id
      where l.person_id = ${person}
    )
    select c.*, coalesce(sum(c.hours) over (), 0) as sum, count(*) over ()::int as total from credited c
    where c."on" between ${today}::date - interval '1 year' and ${today}
    order by c."on" desc, c.key limit ${most}`.execute(db)
  const [first] = rows
  return {
    items: rows.map(({ sum: _, total: __, ...one }) => one),
    ...{ hours: first?.sum ?? 0, total: first?.total ?? 0 },
  }
}
