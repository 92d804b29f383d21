import { type RawBuilder, sql } from 'kysely'

/** Something Rost takes people's minutes for: a question it puts to them, a form they fill in. */
export type AskedSource = {
  /** Its words are `<module>:asked.<kind>`. */
  readonly kind: string
  /** What it is meant to take, where a district says nothing else. */
  readonly minutes: number
  /** Rows of `person_id`, `on_day` and `answered`, of the district of the connection; one each time somebody was asked. */
  readonly rows: RawBuilder<unknown>
}

/** The day of a moment by the clock of the district. */
export const dayThere = (moment: string): RawBuilder<unknown> =>
  sql`(${sql.ref(moment)} at time zone (select d.time_zone from registry.district d where d.id = platform.tenant()))::date`
