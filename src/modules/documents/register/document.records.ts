import type { PersonRecords } from '../../registry/index.ts'

/** Documents given to somebody. */
export const documentRecords: PersonRecords = {
  table: 'documents.document',
  column: 'person_id',
  title: { ru: 'Документы', en: 'Documents' },
  label: "concat_ws(', ', '№ ' || t.number, t.about ->> 'title')",
  on: 't.issued_on',
  until: 'null',
  isLoaded: false,
}
