import { sayMany } from '../../../../web/formats.ts'
import { defineWords } from '../../../../web/words.ts'

const PERSON = { one: 'человека', few: 'человек', many: 'человек', other: 'человека' }
const ORGANISATION = { one: 'организации', few: 'организаций', many: 'организаций', other: 'организации' }
const EVENT = { one: 'мероприятия', few: 'мероприятий', many: 'мероприятий', other: 'мероприятия' }
const POST = { one: 'ставки', few: 'ставок', many: 'ставок', other: 'ставки' }

/** The forms go with «не хватает»: одного человека, двух человек. */
const ofWhatRu = (count: number, subject: string): string =>
  sayMany(
    count,
    'ru',
    subject === 'person' ? PERSON : subject === 'organisation' ? ORGANISATION : subject === 'event' ? EVENT : POST,
  )

const ofWhatEn = (count: number, subject: string): string =>
  sayMany(
    count,
    'en',
    subject === 'person'
      ? { one: 'person', other: 'people' }
      : subject === 'organisation'
        ? { one: 'organisation', other: 'organisations' }
        : subject === 'event'
          ? { one: 'event', other: 'events' }
          : { one: 'post', other: 'posts' },
  )

export const todayWords = defineWords(
  {
    district: 'Район сегодня',
    own: {
      school: 'Ваша школа сегодня',
      kindergarten: 'Ваш детский сад сегодня',
      additional: 'Ваша организация сегодня',
      methodical_centre: 'Ваш центр сегодня',
      psychological_centre: 'Ваш центр сегодня',
    },
    ownSeveral: 'Ваши организации сегодня',
    ownUnknown: 'Ваша организация сегодня',
    figures: 'Показатели района',
    ownFigures: 'Показатели вашей организации',
    asOf: (day: string) => `на ${day}`,
    loaded: (moment: string) => `данные загружены ${moment}`,
    print: 'Напечатать',
    since: 'Сравнить',
    sinceYear: (day: string) => `с этим же днём год назад, ${day}`,
    sinceJune: (day: string) => `с концом июня, ${day}`,
    sinceDay: (day: string) => `с ${day}`,
    changed: (day: string) => `Что изменилось с ${day}`,
    gathers: 'Большинство показателей копит факты с 1 января, поэтому с июня они почти всегда растут.',
    grew: 'Выросли заметнее всего',
    fell: 'Снизились заметнее всего',
    attention: 'Что требует внимания',
    calm: 'Ни один показатель не вышел за границы и заметно не снизился.',
    lacks: (count: number, subject: string, is: 'plan' | 'good', target: string) =>
      `не хватает ${ofWhatRu(count, subject)} до ${is === 'plan' ? 'плана' : 'нормы'} ${target}`,
    exceeds: (count: number, subject: string, is: 'plan' | 'good', target: string) =>
      `на ${ofWhatRu(count, subject)} больше ${is === 'plan' ? 'плана' : 'нормы'} ${target}`,
    inOrganisations: (count: number) =>
      `в ${sayMany(count, 'ru', { one: 'организации', few: 'организациях', many: 'организациях', other: 'организациях' })}`,
    farthest: 'больше всего',
    whoIn: (label: string) => `${label}: кто это?`,
    who: 'Кто это?',
    deadlines: 'Вопросы и сроки',
    waiting: (count: number) =>
      sayMany(count, 'ru', {
        one: 'вопрос ждёт вашего ответа',
        few: 'вопроса ждут вашего ответа',
        many: 'вопросов ждут вашего ответа',
        other: 'вопроса ждут вашего ответа',
      }),
    asked: (count: number) =>
      sayMany(count, 'ru', {
        one: 'ваш вопрос без ответа',
        few: 'ваших вопроса без ответа',
        many: 'ваших вопросов без ответа',
        other: 'ваших вопроса без ответа',
      }),
    overdue: (count: number) =>
      sayMany(count, 'ru', { one: 'просрочен', few: 'просрочены', many: 'просрочено', other: 'просрочены' }),
    due: (day: string) => `до ${day}`,
    late: (day: string) => `срок прошёл ${day}`,
    toWhom: (name: string) => `отвечает ${name}`,
    allQuestions: 'Все вопросы',
    noQuestions: 'Открытых вопросов нет.',
  },
  {
    district: 'The district today',
    own: {
      school: 'Your school today',
      kindergarten: 'Your kindergarten today',
      additional: 'Your organisation today',
      methodical_centre: 'Your centre today',
      psychological_centre: 'Your centre today',
    },
    ownSeveral: 'Your organisations today',
    ownUnknown: 'Your organisation today',
    figures: 'Indicators of the district',
    ownFigures: 'Indicators of your organisation',
    asOf: (day) => `as of ${day}`,
    loaded: (moment) => `data loaded ${moment}`,
    print: 'Print',
    since: 'Compare',
    sinceYear: (day) => `with this day a year ago, ${day}`,
    sinceJune: (day) => `with the end of June, ${day}`,
    sinceDay: (day) => `with ${day}`,
    changed: (day) => `What changed since ${day}`,
    gathers: 'Most indicators gather facts from 1 January on, so that since June they nearly always grow.',
    grew: 'Grew most',
    fell: 'Fell most',
    attention: 'What needs attention',
    calm: 'No indicator is beyond its bounds, and none fell notably.',
    lacks: (count, subject, is, target) =>
      `${ofWhatEn(count, subject)} short of the ${is === 'plan' ? 'plan' : 'bound'} of ${target}`,
    exceeds: (count, subject, is, target) =>
      `${ofWhatEn(count, subject)} above the ${is === 'plan' ? 'plan' : 'bound'} of ${target}`,
    inOrganisations: (count) => `in ${sayMany(count, 'en', { one: 'organisation', other: 'organisations' })}`,
    farthest: 'most of them',
    whoIn: (label) => `${label}: who is that?`,
    who: 'Who is that?',
    deadlines: 'Questions and days',
    waiting: (count) =>
      sayMany(count, 'en', { one: 'question waits for your answer', other: 'questions wait for your answer' }),
    asked: (count) =>
      sayMany(count, 'en', {
        one: 'question of yours without an answer',
        other: 'questions of yours without an answer',
      }),
    overdue: (count) => `${count} overdue`,
    due: (day) => `by ${day}`,
    late: (day) => `was due on ${day}`,
    toWhom: (name) => `with ${name}`,
    allQuestions: 'All questions',
    noQuestions: 'There are no open questions.',
  },
)
