import { defineWords } from '../../../../web/words.ts'

export const selectionWords = defineWords(
  {
    title: 'Подбор людей',
    about: 'Соберите условия: сколько человек подходит и кто они, видно сразу. Весь список можно забрать в Excel.',
    label: 'Кого ищем',
    date: 'На дату',
    takeAway: 'Список в Excel',
    back: 'Все люди',
  },
  {
    title: 'Selecting people',
    about: 'Put conditions together: how many match and who they are is seen at once. The whole list goes to Excel.',
    label: 'Whom we look for',
    date: 'As of',
    takeAway: 'List to Excel',
    back: 'All people',
  },
)
