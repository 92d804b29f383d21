import type { PersonRecords } from '../../registry/index.ts'

/** Requests belong to whoever made them: of a card of two people they go with the right one. */
export const requestRecords: PersonRecords = {
  table: 'privacy.request',
  column: 'person_id',
  title: { ru: 'Обращения о своих данных', en: 'Requests about own data' },
  label: "'№ ' || t.id",
  on: 't.received_on',
  until: 't.due_on',
  isLoaded: false,
}
