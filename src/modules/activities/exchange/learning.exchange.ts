import { optional, personColumns, personReference, required, type SheetDeclaration } from '../../registry/index.ts'

const KINDS = {
  'повышение квалификации': 'upskilling',
  'профессиональная переподготовка': 'retraining',
  стажировка: 'internship',
}
const FORMS = {
  очная: 'in_person',
  дистанционная: 'distance',
  'очно-дистанционная': 'blended',
  самостоятельная: 'self',
}

const person = personReference('person_id', { ru: 'Обучение', en: 'Learning' })

export const learning: SheetDeclaration = {
  file: 'learning.csv',
  sheet: null,
  order: 30,
  table: 'activities.learning',
  people: [person],
  key: ['person_id', 'programme_id', 'starts_on', 'ends_on'],
  told: ['Программа', 'Провайдер', 'Начало', 'Окончание'],
  columns: [
    ...personColumns(person),
    required('Программа', { is: 'open', kind: 'programme' }, 'programme_id'),
    required('Вид', { is: 'closed', values: KINDS }, 'kind'),
    required('Форма', { is: 'closed', values: FORMS }, 'form'),
    required('Провайдер', { is: 'open', kind: 'provider' }, 'provider_id'),
    required('Часов', { is: 'number', above: 0 }, 'hours'),
    optional('Тема', { is: 'open', kind: 'topic' }, 'topic_id'),
    required('Начало', { is: 'date' }, 'starts_on'),
    required('Окончание', { is: 'date' }, 'ends_on', { notBefore: 'Начало' }),
    optional('Номер документа', { is: 'text' }, 'document_number'),
  ],
}
