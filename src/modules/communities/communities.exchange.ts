import { optional, personColumns, personReference, required, type SheetDeclaration } from '../registry/index.ts'

const LEVELS = { район: 'district', организация: 'organisation' }

export const communities: SheetDeclaration = {
  file: 'communities.xlsx',
  sheet: 'Сообщества',
  order: 60,
  table: 'communities.community',
  people: [],
  key: ['code_key'],
  defines: 'community',
  columns: [
    required('Код', { is: 'own-code' }, 'code'),
    required('Название', { is: 'text' }, 'title'),
    required('Вид', { is: 'open', kind: 'community_kind' }, 'kind_id'),
    required('Уровень', { is: 'closed', values: LEVELS }, 'level'),
  ],
}

const person = personReference('person_id', { ru: 'Сообщества', en: 'Communities' })

export const memberships: SheetDeclaration = {
  file: 'communities.xlsx',
  sheet: 'Участники',
  order: 61,
  table: 'communities.membership',
  people: [person],
  key: ['community_id', 'person_id', 'from_on'],
  told: ['Код сообщества', 'Роль', 'С', 'По'],
  columns: [
    required('Код сообщества', { is: 'code', of: 'community' }, 'community_id'),
    ...personColumns(person),
    optional('Роль', { is: 'open', kind: 'community_role' }, 'role_id'),
    required('С', { is: 'date' }, 'from_on'),
    optional('По', { is: 'date' }, 'to_on', { notBefore: 'С' }),
  ],
}
