import type { PersonRecords } from '../../registry/index.ts'

/** What somebody has claimed. */
export const claimRecords: PersonRecords = {
  table: 'documents.claim',
  column: 'person_id',
  title: { ru: 'Заявки о работе', en: 'Claims of work' },
  label: 't.title',
  on: 't.done_on',
  until: 'null',
  isLoaded: false,
}
