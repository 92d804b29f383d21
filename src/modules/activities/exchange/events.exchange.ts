import { optional, personColumns, personReference, required, type SheetDeclaration } from '../../registry/index.ts'

const LEVELS = { район: 'district', организация: 'organisation' }

export const events: SheetDeclaration = {
  file: 'events.xlsx',
  sheet: 'Мероприятия',
  order: 50,
  table: 'activities.event',
  people: [],
  key: ['code_key'],
  defines: 'event',
  columns: [
    required('Код', { is: 'own-code' }, 'code'),
    required('Название', { is: 'text' }, 'title'),
    required('Вид', { is: 'open', kind: 'event_kind' }, 'kind_id'),
    required('Дата', { is: 'date' }, 'held_on'),
    required('Организатор', { is: 'code', of: 'organisation' }, 'organiser_id'),
    required('Уровень', { is: 'closed', values: LEVELS }, 'level'),
    optional('Тема', { is: 'open', kind: 'topic' }, 'topic_id'),
    optional('Аудитория', { is: 'open', kind: 'audience' }, 'audience_id'),
  ],
}

const person = personReference('person_id', { ru: 'Участие в мероприятиях', en: 'Attendance of events' })

export const attendance: SheetDeclaration = {
  file: 'events.xlsx',
  sheet: 'Участие',
  order: 51,
  table: 'activities.attendance',
  people: [person],
  key: ['event_id', 'person_id'],
  told: ['Код мероприятия'],
  columns: [required('Код мероприятия', { is: 'code', of: 'event' }, 'event_id'), ...personColumns(person)],
}
