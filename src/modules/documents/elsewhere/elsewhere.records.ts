import type { PersonRecords } from '../../registry/index.ts'

/** Learning elsewhere that somebody has told of. */
export const elsewhereRecords: PersonRecords = {
  table: 'documents.elsewhere',
  column: 'person_id',
  title: { ru: 'Обучение в других местах', en: 'Learning elsewhere' },
  label: 't.programme',
  on: 't.starts_on',
  until: 't.ends_on',
  isLoaded: false,
}
