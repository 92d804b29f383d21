import { sayMany } from '../../../../web/formats.ts'
import { defineWords } from '../../../../web/words.ts'

export const suggestionWords = defineWords(
  {
    title: 'Подходит вам в ближайший месяц',
    why: 'Почему:',
    all: 'Все мероприятия',
    none: 'Ничего особенно для вас в ближайший месяц не объявлено',
    noneDetail: 'Здесь появится то, что связано с вашим предметом, должностью, диагностиками и сроком курсов.',
    more: (count: number) =>
      `Подходит ещё ${sayMany(count, 'ru', { one: 'мероприятие', few: 'мероприятия', many: 'мероприятий', other: 'мероприятия' })}.`,
    busy: (count: number) =>
      `Не показано ${sayMany(count, 'ru', { one: 'мероприятие', few: 'мероприятия', many: 'мероприятий', other: 'мероприятия' })}: в эти часы вы уже записаны в другое место.`,
    online: 'онлайн',
    seats: (left: number) =>
      sayMany(left, 'ru', {
        one: 'свободное место',
        few: 'свободных места',
        many: 'свободных мест',
        other: 'свободного места',
      }),
    full: 'мест нет, можно встать в очередь',
    enrol: 'Записаться',
    ask: 'Попросить записать',
    enrolOf: (title: string) => `Записаться: ${title}`,
    askOf: (title: string) => `Попросить записать: ${title}`,
    done: 'Готово: смотрите «Куда вы записаны»',
    credited: 'Зачтено за год',
    creditedOf: (total: number, hours: string) =>
      `Всего ${hours} ч: ${sayMany(total, 'ru', { one: 'запись', few: 'записи', many: 'записей', other: 'записи' })}`,
    hours: (hours: string) => `${hours} ч`,
    document: (number: string) => `документ № ${number}`,
    attested: 'подтверждено центром',
    unattested: 'ждёт подтверждения центра',
  },
  {
    title: 'What fits you in the month ahead',
    why: 'Why:',
    all: 'All events',
    none: 'Nothing is announced just for you in the month ahead',
    noneDetail: 'What has to do with your subject, position, diagnostics or the term of courses will appear here.',
    more: (count) => `${sayMany(count, 'en', { one: 'more event fits', other: 'more events fit' })}.`,
    busy: (count) =>
      `${sayMany(count, 'en', { one: 'event is', other: 'events are' })} not shown: at these hours you are enrolled elsewhere.`,
    online: 'online',
    seats: (left) => sayMany(left, 'en', { one: 'seat left', other: 'seats left' }),
    full: 'no seats left, one can wait in line',
    enrol: 'Enrol',
    ask: 'Ask to be enrolled',
    enrolOf: (title) => `Enrol: ${title}`,
    askOf: (title) => `Ask to be enrolled: ${title}`,
    done: 'Done: it stands among what you are enrolled for',
    credited: 'Credited within a year',
    creditedOf: (total, hours) => `${hours} h in all: ${sayMany(total, 'en', { one: 'record', other: 'records' })}`,
    hours: (hours) => `${hours} h`,
    attested: 'attested by the centre',
    unattested: 'waits for the centre',
    document: (number) => `document № ${number}`,
  },
)
