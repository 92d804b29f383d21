import { type RawBuilder, sql } from 'kysely'
import { type AskedSource, dayThere } from '../../platform/asked.ts'

/** What organisers record for people takes nobody's minutes. */
const toldOf = (kinds: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select l.person_id, ${dayThere('l.made_at')} as on_day, true as answered
    from documents.elsewhere l where l.state <> 'draft' and l.recorded_by is null and ${kinds}`

/** Forms people fill in: of their own accord, and yet in their time. */
export const askedForPapers: readonly AskedSource[] = [
  {
    kind: 'claim',
    minutes: 3,
    rows: sql`select c.person_id, ${dayThere('c.made_at')} as on_day, true as answered from documents.claim c`,
  },
  { kind: 'learning', minutes: 5, rows: toldOf(sql`l.kind in ('upskilling', 'retraining')`) },
  { kind: 'deed', minutes: 3, rows: toldOf(sql`l.kind not in ('upskilling', 'retraining')`) },
]
