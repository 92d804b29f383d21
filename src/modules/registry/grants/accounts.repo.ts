import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import { anywhere, orderBy, pageOf } from '../../../platform/db/listing.ts'
import { Refusal } from '../../../platform/errors.ts'
import { emailKey } from '../../identity/index.ts'
import type { Account, listAccounts } from './accounts.contract.ts'
import { findElsewhere, findGrants } from './grants.repo.ts'
import { canDo } from './grants.rules.ts'

type ListQuery = NonNullable<(typeof listAccounts)['$in']>['query']

/** Accounts with a grant in the connection's district, past ones too. */
export async function findAccounts(db: ReadDb, query: ListQuery): Promise<{ items: Account[]; total: number }> {
  const { q, role, organisationId, state } = query
  const base = accountsHere(db, { role, organisationId })
    .$if(state !== undefined, (qb) => qb.where('a.disabled_at', state === 'disabled' ? 'is not' : 'is', null))
    .$if(state === 'waiting', (qb) => qb.where(isWaiting))
    .$if(state === 'unused', (qb) => qb.where('a.unused_told_at', 'is not', null))
    .$if(q !== undefined && q !== '', (qb) =>
      qb.where((eb) =>
        eb.or([
          eb('a.name', 'ilike', anywhere(q ?? '')),
          eb('a.login', 'like', anywhere((q ?? '').toLowerCase())),
          eb('a.email_key', 'like', anywhere(emailKey(q ?? ''))),
        ]),
      ),
    )
  const { limit, offset } = pageOf(query)
  const sorted = orderBy(base.select(columns), query.sort ?? ['name'], {
    name: sql.ref('name'),
    email: sql`coalesce(email, login)`,
  })
  const [rows, count] = await Promise.all([
    sorted.limit(limit).offset(offset).execute(),
    base.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ])
  return { items: await withGrants(db, rows), total: count.total }
}

/** One account with a grant in the district; refused (404) when it has none. */
export async function getAccountHere(db: ReadDb, id: number): Promise<Account> {
  const rows = await accountsHere(db, {}).select(columns).where('a.id', '=', id).execute()
  const [found] = await withGrants(db, rows)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

/** Nobody has ever come in: no password was set, no letter could bring a link, and no other door was opened. */
export const isWaiting = sql<boolean>`(a.password_hash is null and a.email is null
  and not exists (select from identity.passkey p where p.account_id = a.id)
  and not exists (select from identity.outside_link o where o.account_id = a.id))`

const columns = [
  'a.id',
  'a.version',
  'a.email',
  'a.login',
  'a.name',
  'a.language',
  'a.disabled_at as disabledAt',
  'a.created_at as createdAt',
  isWaiting.as('waiting'),
  'a.disabled_as as disabledAs',
  sql<boolean>`identity.has_second_factor(a.id)`.as('secondFactor'),
] as const

function accountsHere(
  db: ReadDb,
  having: { role?: readonly string[] | undefined; organisationId?: number | undefined },
) {
  return db.selectFrom('identity.account as a').where((eb) =>
    eb.exists(
      eb
        .selectFrom('registry.grant as g')
        .select('g.id')
        .whereRef('g.account_id', '=', 'a.id')
        .$if(having.role !== undefined, (qb) => qb.where('g.role', 'in', having.role ?? []))
        .$if(having.organisationId !== undefined, (qb) =>
          qb.where('g.organisation_id', '=', having.organisationId ?? 0),
        ),
    ),
  )
}

type Row = {
  id: number
  version: number
  email: string | null
  login: string | null
  waiting: boolean
  name: string
  language: string | null
  disabledAt: Date | null
  createdAt: Date
  disabledAs: string | null
  secondFactor: boolean
}

async function withGrants(db: ReadDb, rows: readonly Row[]): Promise<Account[]> {
  const ids = rows.map((row) => row.id)
  const grants = await findGrants(db, ids)
  const elsewhere = await findElsewhere(db, ids)
  return rows.map(({ disabledAt, disabledAs, createdAt, language, ...same }) => {
    const disabled = disabledAt !== null
    return {
      ...same,
      language: language as Account['language'],
      disabled,
      disabledAs: disabledAs as Account['disabledAs'],
      createdAt: createdAt.toISOString(),
      grants: grants.get(same.id) ?? [],
      can: canDo({ disabled, elsewhere: elsewhere.has(same.id), secondFactor: same.secondFactor }),
    }
  })
}
