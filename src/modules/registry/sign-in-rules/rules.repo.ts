import { sql } from 'kysely'
import { ROLES } from '../../../access-matrix.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { SessionLimits } from '../../identity/index.ts'
import type { SignInRules } from './rules.contract.ts'

export type StoredRules = Omit<SignInRules, 'can'>

/** Of a district that never changed them; version 0 of what is not written down yet. */
const DEFAULTS: StoredRules = {
  version: 0,
  secondFactor: [],
  restMinutes: 720,
  lifeHours: 336,
  unusedDays: 90,
  looksChange: false,
  erasureByTwo: true,
  exportsADay: 100,
  exportRowsADay: 100_000,
  districtExportsADay: 1_000,
  districtExportRowsADay: 1_000_000,
}

/** The rules of the connection's district. */
export async function findRules(db: ReadDb): Promise<StoredRules> {
  const row = await db
    .selectFrom('registry.sign_in_rule')
    .select([
      'version',
      'second_factor',
      'rest_minutes as restMinutes',
      'life_hours as lifeHours',
      'unused_days as unusedDays',
      'looks_change as looksChange',
      'erasure_by_two as erasureByTwo',
      'exports_a_day as exportsADay',
      'export_rows_a_day as exportRowsADay',
      'district_exports_a_day as districtExportsADay',
      'district_export_rows_a_day as districtExportRowsADay',
    ])
    .executeTakeFirst()
  if (row === undefined) return DEFAULTS
  const { second_factor, ...same } = row
  return { ...same, secondFactor: ROLES.filter((role) => second_factor.includes(role)) }
}

/** False when the version is another one by now. */
export async function saveRules(tx: Tx, version: number, rules: StoredRules): Promise<boolean> {
  const values = {
    version: version + 1,
    second_factor: rules.secondFactor,
    rest_minutes: rules.restMinutes,
    life_hours: rules.lifeHours,
    unused_days: rules.unusedDays,
    looks_change: rules.looksChange,
    erasure_by_two: rules.erasureByTwo,
    exports_a_day: rules.exportsADay,
    export_rows_a_day: rules.exportRowsADay,
    district_exports_a_day: rules.districtExportsADay,
    district_export_rows_a_day: rules.districtExportRowsADay,
  }
  if (version === 0) {
    const made = await tx
      .insertInto('registry.sign_in_rule')
      .values(values)
      .onConflict((c) => c.column('tenant_id').doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  const done = await tx
    .updateTable('registry.sign_in_rule')
    .set(values)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Accounts that belong to the connection's district. */
export async function findAccountsHere(db: ReadDb): Promise<number[]> {
  const rows = await db.selectFrom('registry.grant').select('account_id').distinct().execute()
  return rows.map((row) => row.account_id)
}

/** The strictest time-outs of the districts the account works in today. */
export async function findSessionLimits(db: ReadDb, account: number): Promise<SessionLimits> {
  const { rows } = await sql<{ rest_minutes: number; life_hours: number }>`
    select rest_minutes, life_hours from registry.session_limits(${account})`.execute(db)
  const { restMinutes, lifeHours } = DEFAULTS
  return { restMinutes: rows[0]?.rest_minutes ?? restMinutes, lifeHours: rows[0]?.life_hours ?? lifeHours }
}
