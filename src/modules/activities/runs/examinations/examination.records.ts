import type { PersonRecords } from '../../../registry/index.ts'

const examination = (column: string): string =>
  `(select ${column} from activities.examination x where x.tenant_id = t.tenant_id and x.id = t.examination_id)`

/** In what somebody was examined; what came of it is closed. */
export const examinationRecords: PersonRecords = {
  table: 'activities.examination_result',
  column: 'person_id',
  title: { ru: 'Испытания на курсах', en: 'Examinations of courses' },
  label: examination('x.title'),
  on: 't.on_day',
  until: 'null',
  isLoaded: false,
}

/** Where somebody examined others. */
export const examinerRecords: PersonRecords = {
  table: 'activities.examiner',
  column: 'person_id',
  title: { ru: 'Принимал испытания', en: 'Examined others' },
  label: examination('x.title'),
  on: examination('x.held_on'),
  until: 'null',
  isLoaded: false,
}
