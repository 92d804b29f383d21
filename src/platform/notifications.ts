import { sql } from 'kysely'
import type { Tx } from './db/db.ts'

type Told = {
  /** `<module>:<code>`; its words are `<module>:notifications.<code>`, said with the details. */
  readonly kind: string
  /** The page of the client where it is looked at. */
  readonly link?: string
  /** Ids, codes, counts and ISO days; never names. */
  readonly details?: Readonly<Record<string, string | number>>
  /** Where something may be found several times: told to an account once under this name. */
  readonly once?: string
}

/** Tells these accounts in the client what happened, in the transaction of what happened. Nobody twice, nobody is fine. */
export async function notify(tx: Tx, accounts: readonly (number | null)[], told: Told): Promise<void> {
  const to = [...new Set(accounts.filter((account) => account !== null))]
  if (to.length === 0) return
  const { kind, link = null, details = {}, once = null } = told
  await sql`
    insert into platform.notification (account_id, kind, link, details, once)
    select account, ${kind}, ${link}, ${JSON.stringify(details)}::jsonb, ${once}
    from unnest(${to}::bigint[]) as account
    on conflict do nothing`.execute(tx)
}

/** What led to a page that is no more is not told any longer. */
export async function forgetNotifications(tx: Tx, link: string): Promise<void> {
  await tx.deleteFrom('platform.notification').where('link', '=', link).execute()
}
