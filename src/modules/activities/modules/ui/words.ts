import { sayMany } from '../../../../web/formats.ts'
import { defineWords } from '../../../../web/words.ts'

export const gatheredWords = defineWords(
  {
    title: 'Собрали все модули',
    about: 'Прошли все модули программы в разных потоках и ещё не получили документ. Вместе с ним запишется обучение.',
    who: 'Фамилия, имя, отчество',
    modules: 'Модулей',
    from: 'Начали',
    until: 'Закончили',
    choose: (name: string) => `Выдать: ${name}`,
    paper: (kind: string) => `Выдаётся ${kind}.`,
    give: (count: number) =>
      `Выдать документы: ${sayMany(count, 'ru', { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })}`,
    given: 'Документы выданы, обучение записано',
    more: (shown: number, total: number) =>
      `Показаны первые ${shown} из ${total}. Остальные появятся, когда выдадите этим.`,
  },
  {
    title: 'Completed all modules',
    about:
      'They completed all modules of the programme in several runs and have no document yet. It brings learning on record.',
    who: 'Name',
    modules: 'Modules',
    from: 'Began',
    until: 'Ended',
    choose: (name) => `Give to: ${name}`,
    paper: (kind) => `What is given: ${kind}.`,
    give: (count) => `Give documents to ${sayMany(count, 'en', { one: 'person', other: 'people' })}`,
    given: 'Documents were given, and learning is on record',
    more: (shown, total) => `The first ${shown} of ${total} are shown. The others come once these have theirs.`,
  },
)
