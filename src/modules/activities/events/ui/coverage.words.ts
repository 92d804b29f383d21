import { sayMany } from '../../../../web/formats.ts'
import { defineWords } from '../../../../web/words.ts'

export const coverageWords = defineWords(
  {
    together: 'Что вышло вместе',
    held: 'Проведено',
    ahead: 'Впереди',
    people: 'Участвовали',
    organisations: 'Из организаций',
    interactive: 'Интерактивные',
    share: (count: number, of: number) => `${count} из ${of}`,
    nothing: 'Ещё ничего не проведено.',
    countPeople: (count: number) =>
      sayMany(count, 'ru', { one: 'человек', few: 'человека', many: 'человек', other: 'человека' }),
    countEvents: (count: number) =>
      sayMany(count, 'ru', { one: 'мероприятие', few: 'мероприятия', many: 'мероприятий', other: 'мероприятия' }),
    once: 'Каждый человек и каждая организация посчитаны один раз, сколько бы раз они ни пришли.',
    series: 'Серия мероприятий',
    events: 'Мероприятия серии',
    inList: 'Открыть списком',
    none: 'В серии ещё нет мероприятий',
    noneDetail: 'Выберите серию, когда планируете мероприятие: поле «Серия».',
  },
  {
    together: 'What it came to together',
    held: 'Held',
    ahead: 'Ahead',
    people: 'Took part',
    organisations: 'Of organisations',
    interactive: 'Interactive',
    share: (count, of) => `${count} of ${of}`,
    nothing: 'Nothing has been held yet.',
    countPeople: (count) => sayMany(count, 'en', { one: 'person', other: 'people' }),
    countEvents: (count) => sayMany(count, 'en', { one: 'event', other: 'events' }),
    once: 'Each person and each organisation is counted once, however often they came.',
    series: 'Series of events',
    events: 'Events of the series',
    inList: 'Open as a list',
    none: 'The series has no events yet',
    noneDetail: 'Choose the series when you plan an event: the field “Series”.',
  },
)
