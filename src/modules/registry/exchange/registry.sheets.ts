import { optional, personColumn, personReference, required, type SheetDeclaration } from './sheet.declaration.ts'

const TYPES = {
  школа: 'school',
  ДОУ: 'kindergarten',
  УДО: 'additional',
  ИМЦ: 'methodical_centre',
  ЦППМСП: 'psychological_centre',
}

const organisations: SheetDeclaration = {
  file: 'organisations.xlsx',
  sheet: null,
  order: 10,
  table: 'registry.organisation',
  people: [],
  key: ['code_key'],
  defines: 'organisation',
  spansBy: 'organisation',
  columns: [
    required('Код', { is: 'own-code' }, 'code'),
    required('Краткое наименование', { is: 'text' }, 'name'),
    required('Тип', { is: 'closed', values: TYPES }, 'type'),
    optional('Обучающихся', { is: 'number', whole: true, from: 0 }, 'pupils'),
    optional('Модель наставничества внедрена с', { is: 'date' }, 'mentoring_model_on'),
    optional('Действует по', { is: 'date' }, 'active_until'),
  ],
}

const person = personReference('person_id')

const staff: SheetDeclaration = {
  file: 'staff.xlsx',
  sheet: null,
  order: 20,
  table: 'registry.employment',
  people: [person],
  bringsPeople: true,
  key: ['person_id', 'organisation_id', 'position_id', 'hired_on'],
  spansBy: 'person_id',
  columns: [
    required('Код ОО', { is: 'code', of: 'organisation' }, 'organisation_id'),
    personColumn(person, 'surname', { must: true }),
    personColumn(person, 'given', { must: true }),
    personColumn(person, 'patronymic'),
    optional('Пол', { is: 'sex' }, 'sex_id'),
    personColumn(person, 'birth', { must: true }),
    personColumn(person, 'snils'),
    required('Должность', { is: 'position' }, 'position_id'),
    optional('Предметы', { is: 'open-list', kind: 'subject' }, 'subject_ids'),
    required('Ставка', { is: 'number', above: 0 }, 'rate'),
    required('Основное место работы', { is: 'yes-no' }, 'main'),
    required('Принят', { is: 'date' }, 'hired_on'),
    optional('Уволен', { is: 'date' }, 'dismissed_on', { notBefore: 'Принят' }),
    optional('Педагогический стаж с', { is: 'date' }, 'experience_since'),
    optional('Категория', { is: 'open', kind: 'category' }, 'category_id'),
    optional('Уровень образования', { is: 'open', kind: 'education_level' }, 'education_level_id'),
    optional('Педагогическое образование', { is: 'yes-no' }, 'pedagogical_education'),
  ],
}

/** Files of this module in the exchange folder. */
export const registrySheets: readonly SheetDeclaration[] = [organisations, staff]
