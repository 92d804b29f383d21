import type { PersonRecords } from '../../registry/index.ts'

/** What somebody did elsewhere. */
export const elsewhereRecords: PersonRecords = {
  table: 'documents.elsewhere',
  column: 'person_id',
  title: { ru: 'Сделано в других местах', en: 'Done elsewhere' },
  label: 't.title',
  on: 't.starts_on',
  until: 't.ends_on',
  isLoaded: false,
}
