import { defineWords } from '../words.ts'

export const helpWords = defineWords(
  {
    help: 'Помощь',
    close: 'Закрыть справку',
    back: 'Назад',
    more: (title: string) => `Всё руководство: ${title}`,
    keys: 'Все клавиши',
    loading: 'Открываем справку…',
    onThisPage: 'На этой странице',
    missing: 'Такой страницы в руководстве нет',
    whole: 'Всё руководство',
  },
  {
    help: 'Help',
    close: 'Close help',
    back: 'Back',
    more: (title) => `The whole guide: ${title}`,
    keys: 'All keys',
    loading: 'Opening the help…',
    onThisPage: 'On this page',
    missing: 'The guide has no such page',
    whole: 'The whole guide',
  },
)
