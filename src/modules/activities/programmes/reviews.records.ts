import type { PersonRecords } from '../../registry/index.ts'

/** On which programmes somebody was asked for an opinion. */
export const reviewRecords: PersonRecords = {
  table: 'activities.programme_review',
  column: 'person_id',
  title: { ru: 'Экспертиза программ', en: 'Reviews of programmes' },
  label: '(select p.title from activities.programme p where p.tenant_id = t.tenant_id and p.id = t.programme_id)',
  on: 't.due_on',
  until: 't.given_at',
  isLoaded: false,
}
