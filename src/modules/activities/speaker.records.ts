import type { PersonRecords } from '../registry/index.ts'

/** Who spoke at an event. */
export const speakerRecords: PersonRecords = {
  table: 'activities.speaker',
  column: 'person_id',
  title: { ru: 'Выступления', en: 'Talks' },
  label: '(select e.title from activities.event e where e.tenant_id = t.tenant_id and e.id = t.event_id)',
  on: '(select e.held_on from activities.event e where e.tenant_id = t.tenant_id and e.id = t.event_id)',
  until: 'null',
  isLoaded: false,
}
