import { sayMany } from '../../../../../web/formats.ts'
import { defineWords } from '../../../../../web/words.ts'

export const guestWords = defineWords(
  {
    title: 'Гости',
    about: 'Не из района и без карточки. В показатели не входят; имена удалятся через полгода, число останется.',
    name: 'Фамилия, имя, отчество',
    organisation: 'Откуда',
    add: 'Добавить гостя',
    added: 'Гость добавлен',
    takeOut: 'Убрать',
    takeOutOf: (name: string) => `Убрать: ${name}`,
    removed: 'Гость убран',
    counted: (count: number) =>
      `Было ${sayMany(count, 'ru', { one: 'гость', few: 'гостя', many: 'гостей', other: 'гостя' })}.`,
  },
  {
    title: 'Guests',
    about:
      'Of no organisation of the district, and without a card. They are in no figure; the names go after half a year, the number stays.',
    name: 'Name',
    organisation: 'Where from',
    add: 'Add a guest',
    added: 'The guest was added',
    takeOut: 'Take out',
    takeOutOf: (name) => `Take out: ${name}`,
    removed: 'The guest was taken off',
    counted: (count) =>
      `There ${count === 1 ? 'was' : 'were'} ${sayMany(count, 'en', { one: 'guest', other: 'guests' })}.`,
  },
)
