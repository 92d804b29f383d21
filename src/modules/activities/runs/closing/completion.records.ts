import type { PersonRecords } from '../../../registry/index.ts'

const event = (column: string): string =>
  `(select ${column} from activities.event e where e.tenant_id = t.tenant_id and e.id = t.event_id)`

/** Which courses somebody was told to have completed, or not; that is closed. */
export const completionRecords: PersonRecords = {
  table: 'activities.completion',
  column: 'person_id',
  title: { ru: 'Итоги курсов', en: 'Ends of courses' },
  label: event('e.title'),
  on: event('coalesce(e.last_on, e.held_on)'),
  until: 'null',
  isLoaded: false,
}
