import { defineWords } from '../../../../../web/words.ts'

export const runOrderWords = defineWords(
  {
    title: 'Проекты приказов',
    about: 'Файлы Word на русском языке; номер и дату ставит тот, кто подписывает.',
    orders: { enrolment: 'О зачислении', leaving: 'Об отчислении', completion: 'О завершении обучения' },
    supplement: (day: string) => `О дозачислении с ${day}`,
  },
  {
    title: 'Drafts of orders',
    about: 'Word files in Russian; number and day are given by who signs them.',
    orders: { enrolment: 'Of enrolment', leaving: 'Of leaving', completion: 'Of the end of learning' },
    supplement: (day) => `Of enrolling further people from ${day}`,
  },
)
