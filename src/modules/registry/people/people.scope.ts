import { sql } from 'kysely'
import { accessMatrix } from '../../../access-matrix.ts'
import { type Actor, covers, reachOf, type Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { Person } from './people.contract.ts'

type Asked = { readonly db: ReadDb }
type Named = { readonly params: { readonly id: number } }

/** How long a former employer still sees who left. */
export const REMEMBERED = sql.raw(`interval '1 year'`)

const isRemembered = sql`(e.dismissed_on is null
  or e.dismissed_on >= (now() at time zone d.time_zone)::date - ${REMEMBERED})`

/** A person belongs to whoever employs them, will, or did within the last year. */
export async function scopeOfPerson({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  return (await scopesOfPeople(db, [params.id])).get(params.id)
}

/** The same of several, by their ids; nobody has none. */
export async function scopesOfPeople(db: ReadDb, people: readonly number[]): Promise<ReadonlyMap<number, Scope>> {
  const { rows } = await sql<{ id: number; organisations: number[] }>`
    select p.id, to_json(array(select e.organisation_id from registry.employment e
      where e.person_id = p.id and ${isRemembered})) as organisations
    from registry.person p join registry.district d on d.id = p.tenant_id
    where p.id = any (${[...people]}::bigint[])`.execute(db)
  return new Map(rows.map(({ id, organisations }) => [id, { organisations, people: [id] }]))
}

/** An employment belongs to its employer, as long as the person does. */
export async function scopeOfEmployment({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  const { rows } = await sql<{ organisations: number[] }>`
    select to_json(array(select e.organisation_id from registry.employment e
      where e.person_id = this.person_id and e.organisation_id = this.organisation_id and ${isRemembered}
      limit 1)) as organisations
    from registry.employment this join registry.district d on d.id = this.tenant_id
    where this.id = ${params.id}`.execute(db)
  const [found] = rows
  return found && { organisations: found.organisations }
}

/** Of which organisations' employments the actor may change. */
export function managedBy(actor: Actor): (organisation: number) => boolean {
  const reach = reachOf(accessMatrix, actor, 'person.manage')
  return (organisation) => reach !== undefined && covers(reach, { organisations: [organisation] })
}

/** Whether the actor may see the whole СНИЛС of a person employed as told. */
export function snilsCan(actor: Actor, person: number, employers: readonly number[]): Person['can'] {
  const reach = reachOf(accessMatrix, actor, 'island.snils')
  return reach !== undefined && covers(reach, { organisations: employers, people: [person] }) ? ['open_snils'] : []
}

/** What the actor may do with a person employed as told. */
export function personCan(actor: Actor, employers: readonly number[]): Person['can'] {
  const reach = reachOf(accessMatrix, actor, 'person.manage')
  if (reach === undefined) return []
  return covers(reach, { organisations: employers }) ? ['change', 'employ'] : []
}
