import type { PersonRecords } from '../../registry/index.ts'

const TITLE = { ru: 'Сведения для ФИС ФРДО', en: 'Told to the federal register' }

/** What the federal register asks of somebody; what it is stays with who fills it in. */
export const learnerRecords: PersonRecords = {
  ...{ table: 'documents.learner', column: 'person_id', title: TITLE },
  ...{ label: "''", on: 'null', until: 'null', isLoaded: false },
}

/** What it was told of somebody's documents. */
export const federalRecords: PersonRecords = {
  ...{ table: 'documents.federal_row', column: 'person_id', title: TITLE },
  label: "(select '№ ' || d.number from documents.document d where d.tenant_id = t.tenant_id and d.id = t.document_id)",
  on: 't.answered_on',
  until: 'null',
  isLoaded: false,
}
