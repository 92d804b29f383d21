import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/db.ts'
import { notify } from '../../../platform/notifications.ts'
import type { ProgrammeStep } from './programmes.contract.ts'

const TOLD: Readonly<Partial<Record<ProgrammeStep, string>>> = {
  develop: 'programme_begun',
  decline: 'programme_declined',
  register: 'programme_registered',
}

type Taken = { readonly programme: number; readonly step: ProgrammeStep; readonly by: number | null }

/** Whoever asked for the programme finds out that it is made, will not be, or is there. */
export async function tellWhoAsked(tx: Tx, { programme, step, by }: Taken): Promise<void> {
  const told = TOLD[step]
  if (told === undefined) return
  const { rows } = await sql<{ account: number }>`
    select account_id as account from activities.programme_step
    where programme_id = ${programme} and state = 'requested' and account_id is distinct from ${by}`.execute(tx)
  const accounts = rows.map(({ account }) => account)
  await notify(tx, accounts, { kind: `activities:${told}`, link: `/programmes/${programme}` })
}
