import type { PersonRecords } from '../../registry/index.ts'

/** What somebody has enrolled for, by the day of the event. */
export const enrolmentRecords: PersonRecords = {
  table: 'activities.enrolment',
  column: 'person_id',
  title: { ru: 'Запись на мероприятия', en: 'Enrolment' },
  label: '(select e.title from activities.event e where e.tenant_id = t.tenant_id and e.id = t.event_id)',
  on: '(select e.held_on from activities.event e where e.tenant_id = t.tenant_id and e.id = t.event_id)',
  until: 'null',
  isLoaded: false,
}
