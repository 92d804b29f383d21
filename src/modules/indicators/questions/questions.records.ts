import type { PersonRecords } from '../../registry/index.ts'

/** Questions about somebody are told by their day: what was asked is between two. */
export const questionRecords: PersonRecords = {
  table: 'indicators.question',
  column: 'person_id',
  title: { ru: 'Вопросы о сведениях', en: 'Questions about the records' },
  label: "''",
  on: 't.asked_at',
  until: 't.closed_at',
  isLoaded: false,
}
