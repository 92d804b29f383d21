import { optional, personColumns, personReference, required, type SheetDeclaration } from '../registry/index.ts'

const mentor = personReference('mentor_id', 'наставника')
const mentee = personReference('mentee_id', 'наставляемого')

export const pairs: SheetDeclaration = {
  file: 'mentoring.csv',
  sheet: null,
  order: 70,
  table: 'mentoring.pair',
  people: [mentor, mentee],
  key: ['mentor_id', 'mentee_id', 'from_on'],
  columns: [
    ...personColumns(mentor),
    ...personColumns(mentee, 1),
    optional('Форма', { is: 'open', kind: 'mentoring_form' }, 'form_id'),
    required('С', { is: 'date' }, 'from_on'),
    optional('По', { is: 'date' }, 'to_on', { notBefore: 'С' }),
  ],
}
