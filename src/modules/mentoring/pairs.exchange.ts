import { optional, personColumns, personReference, required, type SheetDeclaration } from '../registry/index.ts'

const mentor = personReference('mentor_id', { ru: 'Кого наставляет', en: 'Whom they mentor' }, 'наставника')
const mentee = personReference('mentee_id', { ru: 'Наставники', en: 'Mentors' }, 'наставляемого')

export const pairs: SheetDeclaration = {
  file: 'mentoring.csv',
  sheet: null,
  order: 70,
  table: 'mentoring.pair',
  people: [mentor, mentee],
  key: ['mentor_id', 'mentee_id', 'from_on'],
  told: ['Форма', 'С', 'По'],
  columns: [
    ...personColumns(mentor),
    ...personColumns(mentee, 1),
    optional('Форма', { is: 'open', kind: 'mentoring_form' }, 'form_id'),
    required('С', { is: 'date' }, 'from_on'),
    optional('По', { is: 'date' }, 'to_on', { notBefore: 'С' }),
  ],
}
