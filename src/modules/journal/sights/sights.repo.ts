import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { Sight } from './sights.contract.ts'

type Page = { readonly limit: number; readonly offset: number }
type Row = Omit<Sight, 'at'> & { readonly at: Date; readonly total: number }

/** Who looked at these people of the connection's district, by cards that were merged into theirs too; not the account itself. */
export async function findSights(
  db: ReadDb,
  { people, account }: { readonly people: readonly number[]; readonly account: number | null },
  { limit, offset }: Page,
): Promise<{ items: Sight[]; total: number }> {
  const { rows } = await sql<Row>`
    with recursive card (id) as (
      select unnest(${[...people]}::bigint[])
      union select m.gone_id from registry.person_merge m join card on m.kept_id = card.id where m.undone_at is null
    ), them as (
      select array_agg(id) as ids from card
    ), seen as materialized (
      select s.* from them, platform.sights_of(them.ids) s where s.account_id is distinct from ${account}
    )
    select s.id, s.at, a.name as who, b.name as "asWhom", s.action, s.island, s.purpose, s.reason,
      cardinality(s.person_ids) as people, (count(*) over ())::int as total
    from seen s
    left join identity.account a on a.id = s.account_id
    left join identity.account b on b.id = s.as_account_id
    order by s.at desc, s.id desc limit ${limit} offset ${offset}`.execute(db)
  return {
    items: rows.map(({ total: _, at, ...row }) => ({ ...row, at: at.toISOString() })),
    total: rows[0]?.total ?? 0,
  }
}
