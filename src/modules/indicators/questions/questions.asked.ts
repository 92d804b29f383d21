import { sql } from 'kysely'
import { type AskedSource, dayThere } from '../../../platform/asked.ts'

/** Questions handed to somebody who is a person of the district. */
export const askedAboutFigures: AskedSource = {
  kind: 'question',
  minutes: 5,
  rows: sql`select p.person_id, ${dayThere('q.asked_at')} as on_day, q.answered_at is not null as answered
    from indicators.question q
    cross join lateral (
      select min(g.person_id) as person_id from registry.grant_state g where g.account_id = q.addressee and g.in_force
    ) p
    where p.person_id is not null`,
}
