import { sql } from 'kysely'
import { type AskedSource, dayThere } from '../../platform/asked.ts'

/** What is asked about events: how they were, and whether one comes. */
export const askedAboutEvents: readonly AskedSource[] = [
  {
    kind: 'feedback',
    minutes: 1,
    rows: sql`select r.person_id, r.asked_on as on_day, r.state = 'answered' as answered
      from activities.feedback_request r`,
  },
  {
    kind: 'invitation',
    minutes: 1,
    rows: sql`select v.person_id, ${dayThere('i.invited_at')} as on_day,
        exists (select from activities.enrolment n where n.event_id = v.event_id and n.person_id = v.person_id) as answered
      from activities.invited v join activities.invitation i on i.id = v.invitation_id
      where v.way in ('letter', 'page')`,
  },
]
