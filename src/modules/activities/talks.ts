import { sql } from 'kysely'
import type { WorkOnRecord } from '../documents/index.ts'

/** Events at which somebody spoke, as they would claim them: the topic at the event, or the event itself. */
export const talks: WorkOnRecord = {
  kind: 'event',
  async find(db, people, since) {
    const { rows } = await sql<{ id: number; title: string; doneOn: string; place: string }>`
      select e.id, left(coalesce(t.topic, e.title), 300) as title, e.held_on as "doneOn",
        left(concat_ws(', ', case when t.topic is not null then e.title end, coalesce(e.place, o.name)), 300) as place
      from (select event_id, min(nullif(topic, '')) as topic from activities.speaker
        where person_id = any (${[...people]}::bigint[]) group by event_id) t
      join activities.event e on e.id = t.event_id
      join registry.organisation o on o.id = e.organiser_id
      where e.state = 'held' and e.held_on >= ${since} order by e.held_on desc, e.id desc limit 1000`.execute(db)
    return rows
  },
}
