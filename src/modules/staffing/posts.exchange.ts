import { required, type SheetDeclaration } from '../registry/index.ts'

export const posts: SheetDeclaration = {
  file: 'staffing.xlsx',
  sheet: null,
  order: 90,
  table: 'staffing.post',
  people: [],
  key: ['organisation_id', 'position_id', 'on_day'],
  columns: [
    required('Код ОО', { is: 'code', of: 'organisation' }, 'organisation_id'),
    required('Должность', { is: 'position' }, 'position_id'),
    required('Ставок по штату', { is: 'number', from: 0 }, 'planned'),
    required('Занято ставок', { is: 'number', from: 0, upTo: 'Ставок по штату' }, 'filled'),
    required('На дату', { is: 'date' }, 'on_day'),
  ],
}
