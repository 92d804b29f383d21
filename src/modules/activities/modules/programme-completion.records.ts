import type { PersonRecords } from '../../registry/index.ts'

/** Which programmes somebody completed module by module. */
export const programmeCompletionRecords: PersonRecords = {
  table: 'activities.programme_completion',
  column: 'person_id',
  title: { ru: 'Программы, пройденные по модулям', en: 'Programmes completed module by module' },
  label: '(select p.title from activities.programme p where p.tenant_id = t.tenant_id and p.id = t.programme_id)',
  on: 't.completed_on',
  until: 'null',
  isLoaded: false,
}
