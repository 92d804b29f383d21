/** Many teachers who want the same seats at the same moment. */
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { hashSecret, newApiToken } from '../../src/modules/identity/secret.ts'
import { requestsOf, unique } from '../harness/actors.ts'
import type { TestHouse } from '../harness/house.ts'

export type Teacher = { readonly person: number; readonly ask: ReturnType<typeof requestsOf>['ask'] }

type Place = { readonly tenant: number; readonly organisations: readonly number[] }

/** So many people at work with an account each, spread over the organisations; made at one go. */
export async function addTeachers(house: TestHouse, place: Place, count: number): Promise<Teacher[]> {
  const { database } = house.services
  const mark = unique('crowd')
  const tokens = Array.from({ length: count }, newApiToken)
  const accounts = await database.write(null, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into identity.account (email, email_key, name)
      select address, address, address from (select ${mark} || '-' || n || '@rost.example' as address
        from generate_series(1, ${count}) n) a returning id`.execute(tx)
    const ids = rows.map(({ id }) => id)
    await sql`insert into identity.api_token (token_hash, account_id, name, expires_at)
      select hash, account, 'crowd', now() + interval '1 day'
      from unnest(${tokens.map(hashSecret)}::bytea[], ${ids}::bigint[]) as t (hash, account)`.execute(tx)
    return ids
  })
  const people = await database.write(place.tenant, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into registry.person (surname, given_name, given_key, birth_on)
      select ${mark} || n, 'Анна', 'анна', '1980-05-01' from generate_series(1, ${count}) n returning id`.execute(tx)
    const ids = rows.map(({ id }) => id)
    await sql`
      insert into registry.employment (person_id, organisation_id, position_id, hired_on, rate, main)
      select p.id, (${[...place.organisations]}::bigint[])[1 + p.nth % ${place.organisations.length}],
        (select id from registry.position where key = 'учитель' limit 1), '2020-01-01', 1, true
      from unnest(${ids}::bigint[]) with ordinality as p (id, nth)`.execute(tx)
    await sql`insert into registry."grant" (account_id, role, person_id, from_on)
      select account, 'teacher', person, '2020-01-01'
      from unnest(${accounts}::bigint[], ${ids}::bigint[]) as g (account, person)`.execute(tx)
    await sql`select registry.rebuild_spans(null)`.execute(tx)
    return ids
  })
  return people.map((person, at) => ({
    person,
    ask: requestsOf(house, { authorization: `Bearer ${tokens[at]}` }).ask,
  }))
}

const SOON = 50

/** Asks until there is an answer: who is told to come again does so soon, with the same key. */
export async function enrolAtOnce(
  { ask }: Teacher,
  event: number,
  key = randomUUID(),
): Promise<LightMyRequestResponse> {
  for (;;) {
    const reply = await ask('POST', `/api/events/${event}/my-enrolment`, { headers: { 'idempotency-key': key } })
    if (reply.statusCode !== 503) return reply
    await setTimeout(SOON)
  }
}

export type Line = { readonly place: number; readonly state: string; readonly askedAt: string }

/** The whole order of an event as anybody reads it. */
export async function readQueue({ ask }: Teacher, event: number): Promise<Line[]> {
  const lines: Line[] = []
  for (let page = 1; ; page++) {
    const { items, total } = (await ask('GET', `/api/events/${event}/queue?size=200&page=${page}`)).json()
    lines.push(...items)
    if (lines.length >= total) return lines
  }
}
