import type { PersonRecords } from '../../registry/index.ts'

const model = (internship: string): string => `(select m.title from activities.internship i
  join activities.internship_model m on m.tenant_id = i.tenant_id and m.id = i.model_id
  where i.tenant_id = t.tenant_id and i.id = ${internship})`
const day = (column: string): string => `(select i.${column} from activities.internship i
  where i.tenant_id = t.tenant_id and i.id = t.internship_id)`

/** Internships somebody did; the log goes with them. */
export const internshipRecords: PersonRecords = {
  table: 'activities.internship',
  column: 'person_id',
  title: { ru: 'Стажировки', en: 'Internships' },
  label: model('t.id'),
  on: 't.starts_on',
  until: 't.ends_on',
  isLoaded: false,
}

/** Internships of others that somebody guided. */
export const supervisionRecords: PersonRecords = {
  table: 'activities.internship_supervisor',
  column: 'person_id',
  title: { ru: 'Руководство стажировками', en: 'Guiding internships' },
  label: model('t.internship_id'),
  on: day('starts_on'),
  until: day('ends_on'),
  isLoaded: false,
}
