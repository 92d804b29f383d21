import { optional, personColumns, personReference, required, type SheetDeclaration } from '../registry/index.ts'

const person = personReference('person_id', { ru: 'Резервы и другие списки', en: 'Reserves and other lists' })

export const pools: SheetDeclaration = {
  file: 'pools.csv',
  sheet: null,
  order: 80,
  table: 'talent.pool_membership',
  people: [person],
  key: ['kind_id', 'person_id', 'from_on'],
  told: ['Вид', 'Включён', 'Исключён'],
  columns: [
    required('Вид', { is: 'open', kind: 'pool_kind' }, 'kind_id'),
    ...personColumns(person),
    required('Включён', { is: 'date' }, 'from_on'),
    optional('Исключён', { is: 'date' }, 'to_on', { notBefore: 'Включён' }),
    optional('Основание', { is: 'text' }, 'ground'),
  ],
}
