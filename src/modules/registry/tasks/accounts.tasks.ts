import { sql } from 'kysely'
import type { Task, TaskSource } from '../../../platform/tasks.ts'
import { isWaiting } from '../grants/accounts.repo.ts'

type Found = { readonly none: number; readonly waiting: number; readonly shut: number; readonly failed: number }

const LINKS: Readonly<Record<keyof Found, string | undefined>> = {
  none: '/accounts/slips',
  waiting: '/accounts?state=waiting',
  shut: '/accounts?state=disabled',
  // Mended where the server runs: `rost doctor` says what is wrong.
  failed: undefined,
}

const CODES: Readonly<Record<keyof Found, string>> = {
  failed: 'jobs_failed',
  none: 'accounts_none',
  waiting: 'accounts_waiting',
  shut: 'accounts_shut',
}

/** Pedagogues without an account, who never came in, disabled accounts that still hold roles, work that failed. */
export const accountTasks: TaskSource = {
  may: 'account.manage',
  async find({ db, tenant, today }) {
    const { rows } = await sql<Found>`
      with held as materialized (
        select a.id, ${isWaiting} as waiting, a.disabled_at is not null as disabled, bool_or(g.in_force) as in_force
        from registry.grant_state g join identity.account a on a.id = g.account_id group by a.id
      )
      select
        (select count(*)::int from registry.person_span s
          where s.pedagogue and s.from_on <= ${today} and s.to_on >= ${today}
            and not exists (select from registry.grant g where g.person_id = s.person_id)) as none,
        (select count(*)::int from held where waiting and not disabled and in_force) as waiting,
        (select count(*)::int from held where disabled and in_force) as shut,
        (select count(*)::int from job.job j where j.state = 'failed' and j.data ->> 'tenant' = ${String(tenant)}
          and j.completed_on > now() - interval '7 days') as failed`.execute(db)
    const [found] = rows
    if (found === undefined) return []
    return (['failed', 'none', 'waiting', 'shut'] as const).flatMap((what): Task[] => {
      const [count, link] = [found[what], LINKS[what]]
      return count === 0 ? [] : [{ code: CODES[what], count, ...(link !== undefined && { link }) }]
    })
  },
}

/** People of one's own organisations who were given a slip and never came in: handed out on paper, away from the client. */
export const slipTasks: TaskSource = {
  may: 'person.manage',
  async find({ db, reach }) {
    if (reach.organisations.length === 0) return []
    const { rows } = await sql<{ count: number }>`
      select count(distinct a.id)::int as count
      from registry.grant_state g join identity.account a on a.id = g.account_id
      where g.organisation_id = any (${[...reach.organisations]}::bigint[]) and g.in_force
        and ${isWaiting} and a.disabled_at is null`.execute(db)
    const count = rows[0]?.count ?? 0
    return count === 0 ? [] : [{ code: 'slips_to_hand', count }]
  },
}

/** Once a week somebody looks whom access was given to, and how many keys of programs there are. */
export const watchTasks: TaskSource = {
  may: 'journal.read',
  async find({ db }) {
    const { rows } = await sql<{ granted: number; tokens: number }>`
      select (select count(*)::int from registry.grant
          where organisation_id is null and person_id is null and created_at > now() - interval '7 days'
            and ended_at is null) as granted,
        (select count(*)::int from identity.api_token t
          where t.revoked_at is null and t.expires_at > now() and t.created_at > now() - interval '7 days'
            and exists (select from registry.grant g where g.account_id = t.account_id)) as tokens`.execute(db)
    const { granted = 0, tokens = 0 } = rows[0] ?? {}
    return [
      ...(granted === 0 ? [] : [{ code: 'grants_new', count: granted }]),
      ...(tokens === 0 ? [] : [{ code: 'tokens_new', count: tokens }]),
    ]
  },
}
