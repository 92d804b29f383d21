import { defineWords } from '../../../../web/words.ts'

export const taskWords = defineWords(
  {
    title: 'Что сделать',
    nothing: 'Сейчас от вас ничего не ждут. Появится дело — оно будет здесь.',
    due: (day: string) => `до ${day}`,
    late: (day: string) => `срок прошёл ${day}`,
  },
  {
    title: 'What to do next',
    nothing: 'Nothing is waiting for you just now. When something is, it will be here.',
    due: (day) => `by ${day}`,
    late: (day) => `was due on ${day}`,
  },
)
