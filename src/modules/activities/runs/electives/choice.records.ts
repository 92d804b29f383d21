import type { PersonRecords } from '../../../registry/index.ts'

/** Which elective modules of a course somebody takes. */
export const choiceRecords: PersonRecords = {
  table: 'activities.module_choice',
  column: 'person_id',
  title: { ru: 'Модули по выбору', en: 'Elective modules' },
  label: '(select m.title from activities.programme_module m where m.tenant_id = t.tenant_id and m.id = t.module_id)',
  on: '(select e.held_on from activities.event e where e.tenant_id = t.tenant_id and e.id = t.event_id)',
  until: 'null',
  isLoaded: false,
}
