import type { PersonRecords } from '../../registry/index.ts'

const programme = (study: string): string => `(select p.title from activities.self_study s
  join activities.programme p on p.tenant_id = s.tenant_id and p.id = s.programme_id
  where s.tenant_id = t.tenant_id and s.id = ${study})`
const day = (column: string): string => `(select s.${column} from activities.self_study s
  where s.tenant_id = t.tenant_id and s.id = t.self_study_id)`

/** Programmes somebody takes without a group; what they passed goes with them. */
export const selfStudyRecords: PersonRecords = {
  table: 'activities.self_study',
  column: 'person_id',
  title: { ru: 'Обучение без группы', en: 'Studying without a group' },
  label: programme('t.id'),
  on: 't.starts_on',
  until: 't.ends_on',
  isLoaded: false,
}

/** Programmes others take, with which somebody helps them. */
export const tutorRecords: PersonRecords = {
  table: 'activities.self_study_tutor',
  column: 'person_id',
  title: { ru: 'Помощь тем, кто учится без группы', en: 'Helping who studies without a group' },
  label: programme('t.self_study_id'),
  on: day('starts_on'),
  until: day('ends_on'),
  isLoaded: false,
}
