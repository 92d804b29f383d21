import type { PersonRecords } from '../../../registry/index.ts'

const meeting = (column: string): string =>
  `(select ${column} from activities.meeting m join activities.event e on e.tenant_id = m.tenant_id and e.id = m.event_id
    where m.tenant_id = t.tenant_id and m.id = t.meeting_id)`

/** At which meetings somebody was. */
export const presenceRecords: PersonRecords = {
  table: 'activities.presence',
  column: 'person_id',
  title: { ru: 'Отметки на встречах', en: 'Marks at meetings' },
  label: meeting('e.title'),
  on: meeting('m.starts_at::date'),
  until: 'null',
  isLoaded: false,
}
