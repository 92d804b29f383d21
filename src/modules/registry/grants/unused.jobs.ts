import { sql } from 'kysely'
import { z } from 'zod'
import { accessMatrix } from '../../../access-matrix.ts'
import type { Tx } from '../../../platform/db/db.ts'
import { type JobHandler, jobHandler } from '../../../platform/jobs.ts'
import { appendJournal, byJob } from '../../../platform/journal/journal.ts'
import { notify } from '../../../platform/notifications.ts'
import type { Services } from '../../../platform/services.ts'
import { disableAccount, sendLetter, setUnusedTold } from '../../identity/index.ts'
import { rolesOverDistrict } from './grants.rules.ts'
import { findRoleHolders } from './holders.ts'

export const disableUnused = {
  name: 'registry-disable-unused',
  payload: z.strictObject({}),
  retryLimit: 3,
  expireInSeconds: 600,
}

const BY_NIGHT = '10 2 * * *'
/** How long before an account is disabled its owner is told. */
const AHEAD_DAYS = 14
const MANAGERS = rolesOverDistrict(accessMatrix, 'account.manage')

type Unused = { readonly account: number; readonly tenant: number; readonly days_left: number; readonly told: boolean }

/**
 * Disables accounts nobody used for as long as the rules of their district say. Two weeks before, owners with an address
 * get a letter and the administrators are told; nobody is disabled who was not told two weeks earlier.
 */
export function disableUnusedHandler(services: Services): JobHandler {
  return jobHandler(
    disableUnused,
    async () => {
      const { database } = services
      const { rows } = await sql<Unused>`
        select account, tenant, days_left, told from registry.unused_accounts(${AHEAD_DAYS}::int)`.execute(
        database.reader(null),
      )
      const byTenant = Map.groupBy(
        rows.filter(({ told }) => !told),
        ({ tenant }) => tenant,
      )
      for (const [tenant, unused] of byTenant) await database.write(tenant, (tx) => tellManagers(tx, unused.length))
      await database.write(null, (tx) => tellOwners(tx, services, rows))
      await database.write(null, (tx) => disableAll(tx, rows))
    },
    BY_NIGHT,
  )
}

async function tellManagers(tx: Tx, count: number): Promise<void> {
  const told = { kind: 'registry:accounts_unused', link: '/accounts?state=unused', details: { count } }
  await notify(tx, await findRoleHolders(tx, MANAGERS), told)
}

async function tellOwners(tx: Tx, services: Services, rows: readonly Unused[]): Promise<void> {
  const untold = new Map(rows.filter(({ told }) => !told).map((row) => [row.account, row]))
  for (const { account, days_left } of untold.values()) {
    const days = Math.max(AHEAD_DAYS, days_left)
    await services.jobs.enqueue(tx, sendLetter, { account, letter: 'unused', days })
  }
  await setUnusedTold(tx, [...untold.keys()])
}

/** Those whose time is up, and who were told long enough ago. */
async function disableAll(tx: Tx, rows: readonly Unused[]): Promise<void> {
  const due = [...new Set(rows.filter(({ told, days_left }) => told && days_left <= 0).map((row) => row.account))]
  const { rows: ripe } = await sql<{ id: number }>`
    select id from identity.account
    where id = any (${due}::bigint[]) and unused_told_at < now() - make_interval(days => ${AHEAD_DAYS - 1}::int)
    for update`.execute(tx)
  for (const { id } of ripe) {
    await disableAccount(tx, id, 'unused')
    await appendJournal(tx, byJob(disableUnused.name, [{ kind: 'account', id }]))
  }
}
