import { personColumns, personReference, required, type SheetDeclaration } from '../registry/index.ts'

const AREAS = {
  Предметные: 'subject',
  Методические: 'methodical',
  'Психолого-педагогические': 'psychological',
  Коммуникативные: 'communicative',
  ИКТ: 'ict',
}

const person = personReference('person_id', { ru: 'Диагностики', en: 'Diagnostics' })

export const diagnostics: SheetDeclaration = {
  file: 'diagnostics.csv',
  sheet: null,
  order: 40,
  table: 'competence.diagnostic_result',
  people: [person],
  key: ['person_id', 'diagnostic_id', 'area', 'taken_on'],
  told: ['Диагностика', 'Компетенции', 'Дата'],
  columns: [
    ...personColumns(person),
    required('Диагностика', { is: 'open', kind: 'diagnostic' }, 'diagnostic_id'),
    required('Компетенции', { is: 'closed', values: AREAS }, 'area'),
    required('Дата', { is: 'date' }, 'taken_on'),
    required('Балл', { is: 'number', from: 0, upTo: 'Максимум' }, 'score'),
    required('Максимум', { is: 'number', above: 0 }, 'maximum'),
    required('Пройдена', { is: 'yes-no' }, 'passed'),
  ],
}
