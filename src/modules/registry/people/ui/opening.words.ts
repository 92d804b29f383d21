import { defineWords } from '../../../../web/words.ts'

export const openingWords = defineWords(
  {
    about: 'Это закрытые сведения. Человек увидит у себя, кто их открыл, когда и зачем.',
    purpose: 'Зачем',
    purposes: {
      pathway: 'Построить маршрут обучения',
      check: 'Сверить или исправить сведения',
      document: 'Оформить документ или отчёт, где они нужны',
      request: 'Ответить на обращение самого человека',
      other: 'Другое',
      figure: 'Узнать, кто стоит за показателем',
      course: 'Провести курс',
    },
    reason: 'Своими словами',
    open: 'Открыть',
    cancel: 'Отмена',
  },
  {
    about: 'These are closed matters. The person will see who opened them, when and why.',
    purpose: 'What for',
    purposes: {
      pathway: 'To plan their learning',
      check: 'To check or correct what is on record',
      document: 'For a document or report that needs it',
      request: 'To answer what the person asked',
      other: 'Something else',
      figure: 'To see who is behind a figure',
      course: 'To hold a course',
    },
    reason: 'In your own words',
    open: 'Open',
    cancel: 'Cancel',
  },
)
