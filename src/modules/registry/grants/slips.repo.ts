import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { literally, pageOf } from '../../../platform/db/listing.ts'
import { storable } from '../exchange/text.keys.ts'
import { headerKey } from '../text.ts'
import { isWaiting } from './accounts.repo.ts'
import type { listSlipPeople, SlipPerson } from './slips.contract.ts'

type ListQuery = NonNullable<(typeof listSlipPeople)['$in']>['query']
type Listed = { items: SlipPerson[]; total: number; counts: { none: number; waiting: number; has: number } }

type Chosen = {
  readonly day: string
  readonly organisationIds: readonly number[] | null
  readonly who: 'pedagogues' | 'all'
  readonly personIds?: readonly number[] | null
  readonly q?: string | undefined
}

export type ChosenPerson = {
  readonly person: number
  readonly surname: string
  readonly givenName: string
  readonly patronymic: string | null
  readonly organisation: SlipPerson['organisation']
  readonly state: SlipPerson['state']
  readonly account: number | null
}

/** A page of people employed on the day, whether they have accounts, and how many there are of each. */
export async function findSlipPeople(db: ReadDb, day: string, query: ListQuery): Promise<Listed> {
  const { limit, offset } = pageOf(query)
  const { organisation, who, q, state } = query
  const chosen = peopleChosen({ day, who, q, organisationIds: organisation ?? null })
  const isAsked = state === undefined ? sql`true` : sql`state = ${state}`
  const [page, counts] = await Promise.all([
    sql<SlipPerson>`with ${chosen}
      select person_id as "personId", concat_ws(' ', surname, given_name, patronymic) as name,
        json_build_object('id', organisation_id, 'code', organisation_code, 'name', organisation_name) as organisation,
        position, state,
        case when account_id is not null then json_build_object('id', account_id, 'signsInBy', signs_in_by) end as account
      from chosen where ${isAsked} order by ${ORDER} limit ${limit} offset ${offset}`.execute(db),
    sql<Listed['counts']>`with ${chosen}
      select count(*) filter (where state = 'none')::int as none, count(*) filter (where state = 'waiting')::int as waiting,
        count(*) filter (where state = 'has')::int as has
      from chosen`.execute(db),
  ])
  const all = counts.rows[0] ?? { none: 0, waiting: 0, has: 0 }
  return { items: page.rows, total: state === undefined ? all.none + all.waiting + all.has : all[state], counts: all }
}

/** Everybody chosen, by organisation and name; one more than `most` where there are too many. */
export async function findChosen(tx: Tx, chosen: Chosen, most: number): Promise<ChosenPerson[]> {
  const { rows } = await sql<ChosenPerson>`with ${peopleChosen(chosen)}
    select person_id as person, surname, given_name as "givenName", patronymic, state, account_id as account,
      json_build_object('id', organisation_id, 'code', organisation_code, 'name', organisation_name) as organisation
    from chosen order by ${ORDER} limit ${most + 1}`.execute(tx)
  return rows
}

const ORDER = sql`organisation_name, organisation_id, surname, given_name, patronymic, person_id`

/** Each by the main employment of the day, and the account that is theirs in the district, if any. */
function peopleChosen({ day, organisationIds, who, personIds = null, q = '' }: Chosen): RawBuilder<unknown> {
  const words = headerKey(storable(q))
    .split(/[\s.,-]+/)
    .filter(Boolean)
    .slice(0, 6)
  const named = words.map((word) => sql`n.name_key like ${`% ${literally(word)}%`}`)
  const bigints = (ids: readonly number[]): RawBuilder<unknown> => sql`${[...ids]}::bigint[]`
  return sql`
    known as (
      select distinct on (g.person_id) g.person_id, a.id as account_id, coalesce(a.email, a.login) as signs_in_by,
        ${isWaiting} and a.disabled_at is null as waiting
      from registry.grant g join identity.account a on a.id = g.account_id
      where g.person_id is not null
      order by g.person_id, a.disabled_at is null desc, ${isWaiting}, a.id
    ),
    chosen as (
      select s.person_id, p.surname, p.given_name, p.patronymic, o.id as organisation_id, o.code as organisation_code,
        o.name as organisation_name, j.name as position, k.account_id, k.signs_in_by,
        case when k.account_id is null then 'none' when k.waiting then 'waiting' else 'has' end as state
      from registry.person_span s
      join registry.person p on p.id = s.person_id
      join registry.organisation o on o.id = s.organisation_id
      join registry.position j on j.id = s.position_id
      left join known k on k.person_id = s.person_id
      where s.from_on <= ${day} and s.to_on >= ${day}
        and ${who === 'all' ? sql`true` : sql`s.pedagogue`}
        and ${organisationIds === null ? sql`true` : sql`s.organisation_id = any (${bigints(organisationIds)})`}
        and ${personIds === null ? sql`true` : sql`s.person_id = any (${bigints(personIds)})`}
        and ${
          named.length === 0
            ? sql`true`
            : sql`exists (select from registry.person_name n where n.id = p.id and ${sql.join(named, sql` and `)})`
        }
    )`
}

type NewGrant = { readonly account: number; readonly person: number; readonly organisation: number }

/**
 * Gives the role at the organisation to those who have it nowhere now, and from whom nobody took it away there. The ids of
 * the accounts that were given it.
 */
export async function insertGrants(
  tx: Tx,
  role: string,
  fromOn: string,
  grants: readonly NewGrant[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into registry.grant (account_id, role, organisation_id, person_id, from_on)
    select n.account, ${role}, n.organisation, n.person, ${fromOn}::date
    from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as n (account bigint, person bigint, organisation bigint)
    where not exists (
      select from registry.grant_state g
      where g.account_id = n.account and g.role = ${role} and (g.in_force
        or g.organisation_id = n.organisation and (g.ended_at is not null or g.to_on is null)))
    returning account_id as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Login names (or addresses) of these accounts. */
export async function findSignsInBy(db: ReadDb, accounts: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; by: string }>`
    select id, coalesce(login, email) as by from identity.account where id = any (${[...accounts]}::bigint[])`.execute(
    db,
  )
  return new Map(rows.map(({ id, by }) => [id, by]))
}
