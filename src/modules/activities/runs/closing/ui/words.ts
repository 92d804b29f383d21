import { sayMany } from '../../../../../web/formats.ts'
import { defineWords } from '../../../../../web/words.ts'

export const closingWords = defineWords(
  {
    title: 'Завершение курса',
    begin: 'Завершить курс',
    toRun: 'Ход курса',
    reopen: 'Открыть курс заново',
    reopened: 'Курс снова открыт: записанное обучение и участие сняты',
    closed: 'Сначала посмотрите, кто завершает',
    closedDetail:
      'Рост покажет, кому хватает времени на встречах и зачтённых испытаний. Результаты закрыты: слушатели прочтут, что вы их смотрели.',
    open: 'Показать, кто завершает',
    again: 'Посмотреть ещё раз',
    goesOn: (day: string) => `Курс ещё идёт: завершить его можно с ${day}.`,
    over: 'Этот курс уже завершён.',
    comes: (hours: number, programme: string, from: string, to: string, provider: string) =>
      `Тем, кто завершает, запишется обучение: «${programme}», ${hours}\u00a0ч, ${from} – ${to}, ${provider}. Мероприятие станет проведённым.`,
    comesPart: (modules: string, hours: number, programme: string) =>
      `Тем, кто завершает, запишутся модули: ${modules}, ${hours}\u00a0ч. Обучение по программе «${programme}» запишется, когда человек пройдёт все её модули. Мероприятие станет проведённым.`,
    rule: (share: number, examinations: number) =>
      examinations === 0
        ? `Правило: не меньше ${share}\u00a0% времени встреч, на которых отмечали.`
        : `Правило: не меньше ${share}\u00a0% времени встреч, на которых отмечали, и все испытания зачтены.`,
    who: 'Фамилия, имя, отчество',
    organisation: 'Организация',
    done: 'Что есть',
    share: (share: number) => `${share}\u00a0% времени`,
    unmarked: 'на встречах не отмечали',
    credited: (credited: number, all: number) => `зачтено ${credited} из ${all}`,
    lacks: {
      time: 'мало времени на встречах',
      examinations: 'не все испытания зачтены',
      electives: 'не выбраны модули',
    },
    enough: 'правило выполнено',
    completes: 'Завершает',
    completesOf: (name: string) => `Завершает: ${name}`,
    why: 'Почему решено иначе',
    whyOf: (name: string) => `Почему решено иначе: ${name}`,
    documents: 'Документы',
    give: (kind: string) => `Выдать документы «${kind}»`,
    giveDetail: 'Номера присвоятся сразу, файлы напечатаются за минуту. После этого курс заново не открыть.',
    noDocuments: 'Без документов курс можно открыть заново, пока это нужно.',
    mayNotGive: 'Документы выдаёт методический центр; без них курс можно будет открыть заново.',
    close: (count: number) =>
      `Завершить курс: ${sayMany(count, 'ru', { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })}`,
    finished: 'Курс завершён',
    none: 'В группе никого нет',
    noneDetail: 'Завершить такой курс можно: мероприятие станет проведённым, записей не появится.',
  },
  {
    title: 'Closing the course',
    begin: 'Close the course',
    toRun: 'The run of the course',
    reopen: 'Open the course again',
    reopened: 'The course is open again: its learning and attendance are gone',
    closed: 'Look first at who completes it',
    closedDetail:
      'Rost shows who was at the meetings for long enough and is credited in the examinations. Results are closed: the learners read that you looked.',
    open: 'Show who completes it',
    again: 'Look again',
    goesOn: (day) => `The course goes on: it can be closed from ${day}.`,
    over: 'This course was closed.',
    comes: (hours, programme, from, to, provider) =>
      `Who completes it gets learning on record: “${programme}”, ${hours}\u00a0h, ${from} – ${to}, ${provider}. The event will have been held.`,
    comesPart: (modules, hours, programme) =>
      `Who completes it gets modules on record: ${modules}, ${hours}\u00a0h. Learning of the programme “${programme}” comes on record once all of its modules are completed. The event will have been held.`,
    rule: (share, examinations) =>
      examinations === 0
        ? `The rule: at least ${share}% of the time of the meetings that were marked.`
        : `The rule: at least ${share}% of the time of the meetings that were marked, and all examinations credited.`,
    who: 'Name',
    organisation: 'Organisation',
    done: 'What there is',
    share: (share) => `${share}% of the time`,
    unmarked: 'meetings were not marked',
    credited: (credited, all) => `credited ${credited} of ${all}`,
    lacks: {
      time: 'too little time at meetings',
      examinations: 'not all examinations credited',
      electives: 'modules not chosen',
    },
    enough: 'the rule is met',
    completes: 'Completes',
    completesOf: (name) => `Completes: ${name}`,
    why: 'Why it is overruled',
    whyOf: (name) => `Why it is overruled: ${name}`,
    documents: 'Documents',
    give: (kind) => `Give documents: “${kind}”`,
    giveDetail:
      'Numbers are given at once, files are printed within a minute. After that the course is not opened again.',
    noDocuments: 'Without documents the course can be opened again as long as need be.',
    mayNotGive: 'The methodical centre gives documents; without them the course can be opened again.',
    close: (count) => `Close the course: ${sayMany(count, 'en', { one: 'person', other: 'people' })}`,
    finished: 'The course was closed',
    none: 'There is nobody in the group',
    noneDetail: 'It can be closed all the same: the event will have been held, and nothing comes on record.',
  },
)
