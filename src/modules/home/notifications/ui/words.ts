import { sayMany } from '../../../../web/formats.ts'
import { defineWords } from '../../../../web/words.ts'

export const bellWords = defineWords(
  {
    title: 'Уведомления',
    label: (count: number) =>
      count === 0
        ? 'Уведомления: новых нет'
        : `Уведомления: ${sayMany(count, 'ru', { one: 'новое', few: 'новых', many: 'новых', other: 'новых' })}`,
    seeAll: 'Всё просмотрено',
    none: 'Здесь появится то, что касается вас: вопросы, ответы, загрузки, утверждённые цифры.',
    isNew: 'новое',
  },
  {
    title: 'Notifications',
    label: (count) => (count === 0 ? 'Notifications: nothing new' : `Notifications: ${count} new`),
    seeAll: 'All seen',
    none: 'What concerns you will be here: questions, answers, loads, approved figures.',
    isNew: 'new',
  },
)
