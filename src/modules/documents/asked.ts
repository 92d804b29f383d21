import { type RawBuilder, sql } from 'kysely'
import { type AskedSource, dayThere } from '../../platform/asked.ts'

/** Once when they told of it, and again each time it was sent back: the last time is answered once it is mended. */
const timesOf = (rows: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select l.person_id, ${dayThere('l.made_at')} as on_day, true as answered from ${rows} l
    union all
    select l.person_id, ${dayThere('b.at')}, l.state <> 'returned' or b.nth < cardinality(l.returned_at)
    from ${rows} l cross join unnest(l.returned_at) with ordinality as b (at, nth)`

/** What organisers record for people takes nobody's minutes. */
const toldOf = (kinds: RawBuilder<unknown>): RawBuilder<unknown> =>
  timesOf(sql`(select * from documents.elsewhere where state <> 'draft' and recorded_by is null and ${kinds})`)

/** Forms people fill in: of their own accord, and yet in their time. */
export const askedForPapers: readonly AskedSource[] = [
  {
    kind: 'claim',
    minutes: 3,
    rows: timesOf(sql`documents.claim`),
  },
  { kind: 'learning', minutes: 5, rows: toldOf(sql`kind in ('upskilling', 'retraining')`) },
  { kind: 'deed', minutes: 3, rows: toldOf(sql`kind not in ('upskilling', 'retraining')`) },
]
