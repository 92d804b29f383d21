import { optional, personColumn, personReference, required, type SheetDeclaration } from './sheet.declaration.ts'

const TYPES = {
  школа: 'school',
  ДОУ: 'kindergarten',
  УДО: 'additional',
  ИМЦ: 'methodical_centre',
  ЦППМСП: 'psychological_centre',
}

const EMPLOYMENT_KINDS = {
  'основное место': 'main',
  'внутреннее совместительство': 'inner',
  'внешнее совместительство': 'outer',
  'основное место работы': 'main',
}

/** What people write into a cell that names something, where there is nothing to name. */
const NONE = ['нет', '-']

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
    optional('Вид организации', { is: 'open', kind: 'organisation_kind', none: NONE }, 'kind_id'),
    optional('Смен', { is: 'number', whole: true, from: 1 }, 'shifts'),
  ],
}

const person = personReference('person_id', { ru: 'Места работы', en: 'Places of work' })

const staff: SheetDeclaration = {
  file: 'staff.xlsx',
  sheet: null,
  order: 20,
  table: 'registry.employment',
  people: [person],
  bringsPeople: true,
  key: ['person_id', 'organisation_id', 'position_id', 'hired_on'],
  spansBy: 'person_id',
  told: ['Должность', 'Код ОО', 'Принят', 'Уволен'],
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
    optional('Вид занятости', { is: 'closed', values: EMPLOYMENT_KINDS }, 'kind'),
    optional('Категория присвоена', { is: 'date' }, 'category_on'),
    optional('Категория действует по', { is: 'date' }, 'category_until', { notBefore: 'Категория присвоена' }),
    optional('Приказ о категории', { is: 'text' }, 'category_order'),
    optional('Длительный отпуск', { is: 'open', kind: 'leave_kind', none: NONE }, 'leave_kind_id'),
    optional('Длительный отпуск с', { is: 'date' }, 'leave_on'),
    optional('Длительный отпуск по', { is: 'date' }, 'leave_until', { notBefore: 'Длительный отпуск с' }),
    optional('Функция заместителя', { is: 'open', kind: 'deputy_function', none: NONE }, 'deputy_function_id'),
    optional('Классное руководство', { is: 'text', none: NONE }, 'class_led'),
    optional('Электронная почта', { is: 'email' }, 'email'),
  ],
}

/** Files of this module in the exchange folder. What stands behind the columns of version 1 is version 2: docs/exchange.md. */
export const registrySheets: readonly SheetDeclaration[] = [organisations, staff]
