import { sql } from 'kysely'
import { accessMatrix } from '../../../access-matrix.ts'
import { type Actor, reachOf } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { type QueryContext, query, type Route } from '../../../platform/http/route.ts'
import { findAccount, findLookEnd, findTimeOuts, ownAccount } from '../../identity/index.ts'
import { dictionaryOf } from '../districts/dictionary.ts'
import { getMe, type Me } from './me.contract.ts'

export const meRoutes: readonly Route[] = [query(getMe, { may: 'signed-in', early: true, run: readMe })]

async function readMe(context: QueryContext): Promise<Me> {
  const { db, actor, tenant, credential } = context
  const id = ownAccount(context)
  const [account, session, districts, district, organisations] = await Promise.all([
    findAccount(db, { id }),
    credential?.kind === 'session' ? findTimeOuts(db, credential.id) : null,
    findDistricts(db, id),
    findDistrict(db, tenant),
    findOrganisations(db, actor),
  ])
  if (account === undefined) throw new Refusal('unauthenticated', 'sign_in_required')
  return {
    ...account,
    hasPassword: account.passwordHash !== null,
    secondFactorNeeded: actor.unready === true,
    looking: await findLooking(context),
    session,
    districts,
    district,
    grants: actor.grants.map(({ role, organisation, person }) => ({
      role,
      organisation: organisations.find((o) => o.id === organisation) ?? null,
      personId: person,
    })),
    permissions: Object.keys(accessMatrix).filter((name) => reachOf(accessMatrix, actor, name) !== undefined),
  }
}

async function findLooking({ db, actor, credential }: QueryContext): Promise<Me['looking']> {
  if (actor.looker === undefined || credential === null) return null
  const until = await findLookEnd(db, credential.id)
  return until && { until: until.toISOString(), changes: actor.lookerChanges === true }
}

async function findDistricts(db: ReadDb, account: number): Promise<Me['districts']> {
  const { rows } = await sql<Me['districts'][number]>`select code, name from registry.districts_of(${account})`.execute(
    db,
  )
  return rows
}

async function findDistrict(db: ReadDb, tenant: number | null): Promise<Me['district']> {
  const row = await db
    .selectFrom('registry.district')
    .select(['code', 'name', 'time_zone as timeZone'])
    .where('id', '=', tenant)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, dictionary: await dictionaryOf(db) }
}

async function findOrganisations(db: ReadDb, actor: Actor): Promise<{ id: number; code: string; name: string }[]> {
  const ids = actor.grants.flatMap(({ organisation }) => organisation ?? [])
  if (ids.length === 0) return []
  return await db.selectFrom('registry.organisation').select(['id', 'code', 'name']).where('id', 'in', ids).execute()
}
