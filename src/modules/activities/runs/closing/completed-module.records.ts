import type { PersonRecords } from '../../../registry/index.ts'

/** Which modules of programmes somebody completed. */
export const completedModuleRecords: PersonRecords = {
  table: 'activities.completed_module',
  column: 'person_id',
  title: { ru: 'Пройденные модули', en: 'Completed modules' },
  label: '(select m.title from activities.programme_module m where m.tenant_id = t.tenant_id and m.id = t.module_id)',
  on: 't.completed_on',
  until: 'null',
  isLoaded: false,
}
