import { sql } from 'kysely'
import { instant } from '../../../platform/db/instant.ts'

/**
 * Other events somebody has a seat at, whose meetings share a moment with one of this event; ends are not shared. An
 * expression, the list as JSON.
 */
export const clashesOf = (event: number, person: number) => sql`(
  select coalesce(json_agg(c), '[]') from (
    select distinct on (o.id) o.id as "eventId", o.title, ${instant('theirs.starts_at')} as "startsAt",
      ${instant('theirs.ends_at')} as "endsAt"
    from activities.enrolment e
    join activities.event o on o.id = e.event_id and o.state = 'announced'
    join activities.meeting theirs on theirs.event_id = o.id
    join activities.meeting this on this.event_id = ${event}
      and theirs.starts_at < this.ends_at and theirs.ends_at > this.starts_at
    where e.person_id = ${person} and e.event_id <> ${event} and e.state in ('enrolled', 'offered')
    order by o.id, theirs.starts_at limit 20
  ) c)`
