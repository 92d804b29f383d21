import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Grant } from './accounts.contract.ts'

export type GrantRow = {
  readonly account: number
  readonly role: string
  readonly organisation: number | null
  readonly person: number | null
  readonly fromOn: string
  readonly toOn: string | null
}

/** Grants of these accounts in the connection's district, by account, newest first. */
export async function findGrants(db: ReadDb, accounts: readonly number[]): Promise<Map<number, Grant[]>> {
  const rows = await grantsOf(db)
    .where('g.account_id', 'in', accounts.length > 0 ? accounts : [0])
    .execute()
  return Map.groupBy(rows.map(asGrant), ({ account }) => account)
}

export async function getGrant(db: ReadDb, id: number): Promise<Grant> {
  return asGrant(await grantsOf(db).where('g.id', '=', id).executeTakeFirstOrThrow())
}

export async function insertGrant(tx: Tx, grant: GrantRow): Promise<number> {
  const row = await tx
    .insertInto('registry.grant')
    .values({
      account_id: grant.account,
      role: grant.role,
      organisation_id: grant.organisation,
      person_id: grant.person,
      from_on: grant.fromOn,
      to_on: grant.toOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A grant like this one that nobody ended and that has no last day. */
export async function findSameGrant(db: ReadDb, grant: Omit<GrantRow, 'toOn'>): Promise<number | undefined> {
  const row = await db
    .selectFrom('registry.grant')
    .select('id')
    .where('account_id', '=', grant.account)
    .where('role', '=', grant.role)
    .where('organisation_id', 'is not distinct from', grant.organisation)
    .where('person_id', 'is not distinct from', grant.person)
    .where('ended_at', 'is', null)
    .where('to_on', 'is', null)
    .executeTakeFirst()
  return row?.id
}

export type RegionGrantRow = {
  readonly account: number
  readonly role: string
  readonly region: number
  readonly fromOn: string
}

export async function findSameRegionGrant(db: ReadDb, grant: RegionGrantRow): Promise<number | undefined> {
  const row = await db
    .selectFrom('registry.region_grant')
    .select('id')
    .where('account_id', '=', grant.account)
    .where('role', '=', grant.role)
    .where('region_id', '=', grant.region)
    .where('ended_at', 'is', null)
    .where('to_on', 'is', null)
    .executeTakeFirst()
  return row?.id
}

export async function insertRegionGrant(tx: Tx, grant: RegionGrantRow): Promise<number> {
  const row = await tx
    .insertInto('registry.region_grant')
    .values({ account_id: grant.account, role: grant.role, region_id: grant.region, from_on: grant.fromOn })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Ends a grant that has not ended; false when there is none such. */
export async function endGrant(tx: Tx, account: number, id: number): Promise<boolean> {
  const done = await tx
    .updateTable('registry.grant')
    .set({ ended_at: sql`now()` })
    .where('account_id', '=', account)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Whether the account has, or ever had, a grant in the connection's district. */
export async function hasGrantHere(db: ReadDb, account: number): Promise<boolean> {
  const row = await db
    .selectFrom('registry.grant')
    .select('id')
    .where('account_id', '=', account)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Which of these accounts have a grant outside the connection's district. */
export async function findElsewhere(db: ReadDb, accounts: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select registry.accounts_elsewhere(${[...accounts]}::bigint[]) as id`.execute(db)
  return new Set(rows.map((row) => row.id))
}

/** Enabled accounts that hold one of these roles in the district today. */
export async function countHolders(db: ReadDb, roles: readonly string[]): Promise<number> {
  const row = await db
    .selectFrom('registry.grant_state as g')
    .innerJoin('identity.account as a', 'a.id', 'g.account_id')
    .select(sql<number>`count(distinct a.id)::int`.as('holders'))
    .where('g.in_force', '=', true)
    .where('g.role', 'in', roles)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.holders
}

/** Makes changes to who manages the district's accounts wait for each other until the transaction ends. */
export async function lockDistrict(tx: Tx, tenant: number): Promise<void> {
  await tx.selectFrom('registry.district').select('id').where('id', '=', tenant).forUpdate().execute()
}

function grantsOf(db: ReadDb) {
  return db
    .selectFrom('registry.grant_state as g')
    .leftJoin('registry.organisation as o', 'o.id', 'g.organisation_id')
    .select([
      'g.account_id',
      'g.id',
      'g.role',
      'g.organisation_id',
      'o.code',
      'o.name',
      'g.person_id',
      'g.from_on',
      'g.to_on',
      'g.ended_at',
      'g.in_force',
    ])
    .orderBy('g.id', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof grantsOf>['execute']>>[number]

/** Columns of a view are nullable to the generated types; those of the table beneath are not. */
function asGrant(row: Row): Grant & { account: number } {
  return {
    account: row.account_id ?? 0,
    id: row.id ?? 0,
    role: row.role ?? '',
    organisation:
      row.organisation_id === null ? null : { id: row.organisation_id, code: row.code ?? '', name: row.name ?? '' },
    personId: row.person_id,
    fromOn: row.from_on ?? '',
    toOn: row.to_on,
    endedAt: row.ended_at?.toISOString() ?? null,
    inForce: row.in_force ?? false,
  }
}
