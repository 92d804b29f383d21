import { sayMany } from '../../../../web/formats.ts'
import { defineWords } from '../../../../web/words.ts'

export const askedWords = defineWords(
  {
    title: 'Что просили у учителей',
    about:
      'Вопросы и формы, на которые Рост просил время: только то, что он отправил сам, без имён. Минуты — оценка: сколько заняло бы, если бы ответили все.',
    year: (minutes: string, people: number, from: string) =>
      `С ${from} — около ${minutes} у ${sayMany(people, 'ru', { one: 'человека', few: 'человек', many: 'человек', other: 'человек' })}.`,
    each: (minutes: string) => `В среднем ${minutes} на человека.`,
    minutes: (count: number) => sayMany(count, 'ru', { one: 'минута', few: 'минуты', many: 'минут', other: 'минуты' }),
    ofMinutes: (count: number) => sayMany(count, 'ru', { one: 'минуты', few: 'минут', many: 'минут', other: 'минут' }),
    table: 'По месяцам',
    month: 'Месяц',
    kind: 'О чём',
    people: 'Людей',
    times: 'Раз',
    answered: 'Ответили',
    meant: 'Минут',
    all: 'всё вместе',
    none: 'За двенадцать месяцев ничего не просили',
    noneDetail: 'Строки появятся, когда людей спросят об отзыве, пригласят или зададут вопрос.',
    settings: 'Сколько это занимает',
    settingsAbout: 'Оценка в минутах на одного человека. Измените, если в районе это занимает больше или меньше.',
    save: 'Сохранить',
    saved: 'Пересчитано',
    mine: (minutes: string) =>
      `За двенадцать месяцев вопросы и формы Роста могли занять у вас около ${minutes}. Отвечать на них необязательно.`,
  },
  {
    title: 'What was asked of teachers',
    about:
      'Questions and forms Rost asked time for: only what it sent itself, without names. Minutes are an estimate of what it would take, had everybody answered.',
    year: (minutes, people, from) =>
      `Since ${from} about ${minutes} of ${sayMany(people, 'en', { one: 'person', other: 'people' })}.`,
    each: (minutes) => `${minutes} a person on average.`,
    minutes: (count) => sayMany(count, 'en', { one: 'minute', other: 'minutes' }),
    ofMinutes: (count) => sayMany(count, 'en', { one: 'minute', other: 'minutes' }),
    table: 'By month',
    month: 'Month',
    kind: 'About what',
    people: 'People',
    times: 'Times',
    answered: 'Answered',
    meant: 'Minutes',
    all: 'all together',
    none: 'Nothing was asked within twelve months',
    noneDetail: 'Lines appear once people are asked for feedback, invited, or asked a question.',
    settings: 'How long it takes',
    settingsAbout: 'An estimate in minutes for one person. Change it where it takes more or less in your district.',
    save: 'Save',
    saved: 'Counted anew',
    mine: (minutes) =>
      `Within twelve months questions and forms of Rost may have taken you about ${minutes}. Nothing obliges you to answer them.`,
  },
)
