import { sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/db/instant.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import type { Population } from '../../population/index.ts'
import type { Invitation, Way } from './invitations.contract.ts'

type Page = { readonly page: number; readonly size: number }

export type Addressed = { readonly id: number; readonly name: string; readonly organisation: string }

/** Those of them who were neither told of the event nor had to do with it yet, by name. */
export async function findNew(
  db: ReadDb,
  event: number,
  people: readonly number[],
  today: string,
): Promise<Addressed[]> {
  const { rows } = await sql<Addressed>`
    select p.id, concat_ws(' ', p.surname, p.given_name, p.patronymic) as name, coalesce(o.name, '') as organisation
    from registry.person p
    left join registry.person_span s on s.person_id = p.id and s.from_on <= ${today} and s.to_on >= ${today}
    left join registry.organisation o on o.id = s.organisation_id
    where p.id = any (${[...people]}::bigint[])
      and not exists (select from activities.invited i where i.event_id = ${event} and i.person_id = p.id
        and i.way in ('letter', 'page'))
      and not exists (select from activities.enrolment e where e.event_id = ${event} and e.person_id = p.id)
    order by p.surname, p.given_name, p.id`.execute(db)
  return rows
}

type NewInvitation = {
  readonly event: number
  readonly population: Population
  readonly words: string
  readonly account: number | null
}

type Told = {
  readonly person: number
  readonly way: Way
  readonly account: number | null
  readonly dueAt: Date | null
}

/** With a letter for everybody who is written to. Who could not be told before may be by now. */
export async function insertInvitation(
  tx: Tx,
  { event, population, words, account }: NewInvitation,
  people: readonly Told[],
): Promise<number> {
  const { id } = await tx
    .insertInto('activities.invitation')
    .values({ event_id: event, population: JSON.stringify(population), words, invited_by: account })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = people.map(({ person, way, account: to, dueAt }) => ({ person, way, account: to, due: dueAt }))
  await sql`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as x (person bigint, way text, account bigint, due timestamptz)
    ), written as (
      insert into activities.letter (account_id, event_id, kind, once, invitation_id, due_at)
      select distinct on (account) account, ${event}::bigint, 'invitation', ${`invitation-${event}`}, ${id}::bigint, due
      from asked where way = 'letter' order by account
      on conflict do nothing returning id, account_id
    )
    insert into activities.invited (invitation_id, event_id, person_id, way, letter_id)
    select ${id}, ${event}, a.person, a.way, w.id from asked a left join written w on w.account_id = a.account
    order by a.person
    on conflict (tenant_id, event_id, person_id) do update
      set invitation_id = excluded.invitation_id, way = excluded.way, letter_id = excluded.letter_id
      where invited.way in ('nobody', 'unsubscribed')`.execute(tx)
  return id
}

export type StoredInvitation = Omit<Invitation, 'sentence'> & { readonly population: Population }

const INVITATIONS = sql`
  select i.id, ${instant('i.invited_at')} as "invitedAt", a.name as "invitedBy",
    i.population, i.words, c.people,
    json_build_object('letter', c.letter, 'page', c.page, 'nobody', c.nobody, 'unsubscribed', c.unsubscribed) as counts,
    json_build_object('waiting', c.waiting, 'sent', c.sent, 'unsure', c.unsure, 'refused', c.refused) as letters,
    ${instant('c.goes_at')} as "goesAt"
  from activities.invitation i
  left join identity.account a on a.id = i.invited_by
  cross join lateral (
    select count(*)::int as people,
      count(*) filter (where n.way = 'letter')::int as letter, count(*) filter (where n.way = 'page')::int as page,
      count(*) filter (where n.way = 'nobody')::int as nobody,
      count(*) filter (where n.way = 'unsubscribed')::int as unsubscribed,
      count(*) filter (where l.state in ('due', 'sending'))::int as waiting,
      count(*) filter (where l.state = 'sent')::int as sent, count(*) filter (where l.state = 'unsure')::int as unsure,
      count(*) filter (where l.state = 'refused')::int as refused,
      max(l.due_at) filter (where l.state = 'due') as goes_at
    from activities.invited n left join activities.letter l on l.id = n.letter_id where n.invitation_id = i.id
  ) c`

export async function getInvitation(db: ReadDb, id: number): Promise<StoredInvitation> {
  const { rows } = await sql<StoredInvitation>`${INVITATIONS} where i.id = ${id}`.execute(db)
  const [found] = rows
  if (found === undefined) throw new Error(`invitation ${id} is not there`)
  return found
}

export async function findInvitations(
  db: ReadDb,
  event: number,
  query: Page,
): Promise<{ items: StoredInvitation[]; total: number }> {
  const { limit, offset } = pageOf(query)
  const [found, count] = await Promise.all([
    sql<StoredInvitation>`${INVITATIONS} where i.event_id = ${event}
      order by i.id desc limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from activities.invitation
      where event_id = ${event}`.execute(db),
  ])
  return { items: found.rows, total: count.rows[0]?.total ?? 0 }
}

const SORTS = {
  name: sql`p.surname, p.given_name, p.id`,
  '-name': sql`p.surname desc, p.given_name desc, p.id`,
  organisation: sql`o.name nulls last, p.surname, p.given_name, p.id`,
  '-organisation': sql`o.name desc nulls last, p.surname, p.given_name, p.id`,
} as const

type InvitedQuery = Page & {
  readonly way?: Way | undefined
  readonly sort?: readonly (keyof typeof SORTS)[] | undefined
}

type Invited = {
  readonly id: number
  readonly name: string
  readonly organisation: string | null
  readonly way: Way
  readonly letter: 'due' | 'sending' | 'sent' | 'unsure' | 'refused' | 'void' | null
  readonly enrolled: boolean
}

/** Of an organisation only its own people, whoever invited the others. */
export async function findInvited(
  db: ReadDb,
  { event, today, reach }: { readonly event: number; readonly today: string; readonly reach: Reach },
  query: InvitedQuery,
): Promise<{ items: Invited[]; total: number }> {
  const { limit, offset } = pageOf(query)
  const [sort = 'name'] = query.sort ?? []
  const { rows } = await sql<Invited & { total: number }>`
    select p.id, concat_ws(' ', p.surname, p.given_name, p.patronymic) as name, o.name as organisation, n.way,
      l.state as letter, coalesce(e.state not in ('declined', 'cancelled'), false) as enrolled,
      count(*) over ()::int as total
    from activities.invited n
    join registry.person p on p.id = n.person_id
    left join activities.letter l on l.id = n.letter_id
    left join activities.enrolment e on e.event_id = n.event_id and e.person_id = n.person_id
    left join registry.person_span s on s.person_id = p.id and s.from_on <= ${today} and s.to_on >= ${today}
    left join registry.organisation o on o.id = s.organisation_id
    where n.event_id = ${event} and (${query.way ?? null}::text is null or n.way = ${query.way ?? null})
      and (${reach.district} or s.organisation_id = any (${[...reach.organisations]}::bigint[]))
    order by ${SORTS[sort]} limit ${limit} offset ${offset}`.execute(db)
  return { items: rows.map(({ total: _, ...one }) => one), total: rows[0]?.total ?? 0 }
}
