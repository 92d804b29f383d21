import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/db/instant.ts'
import type { NewProvider, Programme, ProgrammeModule, ProgrammeState } from './programmes.contract.ts'

export async function findModules(db: ReadDb, programme: number): Promise<Programme['modules']> {
  return await db
    .selectFrom('activities.programme_module')
    .select(['id', 'title', sql<number>`hours::float8`.as('hours'), 'elective'])
    .select(sql<ProgrammeModule['form']>`form`.as('form'))
    .where('programme_id', '=', programme)
    .orderBy('place')
    .execute()
}

/** As they are given, in their order; what stood there before goes. */
export async function replaceModules(tx: Tx, programme: number, modules: readonly ProgrammeModule[]): Promise<void> {
  await tx.deleteFrom('activities.programme_module').where('programme_id', '=', programme).execute()
  if (modules.length === 0) return
  const rows = modules.map(({ title, hours, form, elective }, at) => ({
    ...{ programme_id: programme, place: at + 1, title, hours, form, elective },
  }))
  await tx.insertInto('activities.programme_module').values(rows).execute()
}

export async function findProviders(db: ReadDb, programme: number): Promise<Programme['providers']> {
  const { rows } = await sql<Programme['providers'][number]>`
    select v.organisation_id as "organisationId", coalesce(o.name, v.outside) as name
    from activities.programme_provider v left join registry.organisation o on o.id = v.organisation_id
    where v.programme_id = ${programme} order by v.place`.execute(db)
  return rows
}

export async function replaceProviders(tx: Tx, programme: number, providers: readonly NewProvider[]): Promise<void> {
  await tx.deleteFrom('activities.programme_provider').where('programme_id', '=', programme).execute()
  if (providers.length === 0) return
  const rows = providers.map(({ organisationId, outside }, at) => ({
    ...{ programme_id: programme, place: at + 1, organisation_id: organisationId, outside },
  }))
  await tx.insertInto('activities.programme_provider').values(rows).execute()
}

export async function findSteps(db: ReadDb, programme: number): Promise<Programme['steps']> {
  const { rows } = await sql<Programme['steps'][number]>`
    select s.id, s.state, s.said, ${instant('s.at')} as at,
      (select a.name from identity.account a where a.id = s.account_id) as by
    from activities.programme_step s where s.programme_id = ${programme} order by s.id`.execute(db)
  return rows
}

type Step = { readonly state: ProgrammeState; readonly said: string; readonly account: number | null }

export async function insertStep(tx: Tx, programme: number, { state, said, account }: Step): Promise<void> {
  await tx
    .insertInto('activities.programme_step')
    .values({ programme_id: programme, state, said, account_id: account })
    .execute()
}

/** All that were renewed from one another, the first edition first. */
export async function findEditions(db: ReadDb, programme: number): Promise<Programme['editions']> {
  const { rows } = await sql<Programme['editions'][number]>`
    with recursive older as (
      select p.id, p.renews_id from activities.programme p where p.id = ${programme}
      union select p.id, p.renews_id from activities.programme p join older on p.id = older.renews_id
    ), family as (
      select id from older where renews_id is null
      union select p.id from activities.programme p join family on p.renews_id = family.id
    )
    select p.id, p.edition, p.state, p.number from activities.programme p join family using (id)
    order by p.edition, p.id`.execute(db)
  return rows
}
