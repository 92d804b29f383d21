import { sayMany } from '../../../../web/formats.ts'
import { defineWords } from '../../../../web/words.ts'

const ruDays = (count: number): string => sayMany(count, 'ru', { one: 'день', few: 'дня', many: 'дней', other: 'дня' })
const ruHours = (count: number): string =>
  sayMany(count, 'ru', { one: 'час', few: 'часа', many: 'часов', other: 'часа' })
const ruMinutes = (count: number): string =>
  sayMany(count, 'ru', { one: 'минута', few: 'минуты', many: 'минут', other: 'минуты' })

export const rulesWords = defineWords(
  {
    title: 'Правила входа',
    about: 'Для всех, кто работает в районе. Строже станет сразу, мягче — со следующего входа.',
    second: 'Вход с кодом',
    secondFactor: 'У кого Рост требует код из телефона',
    secondFactorHint:
      'Кто не настроил вход с кодом, при следующем входе сначала настроит его и до этого ничего не увидит. Начните с ролей, которые видят людей всего района.',
    nobody: 'Ни у кого: каждый решает сам',
    sessions: 'Сколько длится вход',
    restMinutes: 'Без дела, минут',
    restHint: 'От 15 минут до суток. За две минуты до конца Рост предупредит.',
    lifeHours: 'Всего, часов',
    lifeHint: 'От часа до двух недель',
    accounts: 'Забытые учётные записи',
    unusedDays: 'Отключать, если не входили, дней',
    unusedHint: 'От 30 до 730. За две недели Рост напишет владельцу и скажет администратору.',
    looks: 'Просмотр от имени другого',
    looksChange: 'Можно и менять, а не только смотреть',
    looksHint: 'Обычно не нужно: администратору довольно увидеть то же, что видит человек.',
    save: 'Сохранить правила',
    cancel: 'Вернуть как было',
    saved: 'Правила сохранены',
    yes: 'Да',
    no: 'Нет',
    days: ruDays,
    hours: ruHours,
    minutes: ruMinutes,
  },
  {
    title: 'Rules of signing in',
    about: 'For everybody who works in the district. Stricter holds at once, milder from the next sign-in.',
    second: 'Signing in with a code',
    secondFactor: 'Of whom Rost asks for a code of the telephone',
    secondFactorHint:
      'Whoever has not set it up does so at the next sign-in and sees nothing before. Begin with roles that see the people of the whole district.',
    nobody: 'Of nobody: everyone decides for themselves',
    sessions: 'How long one stays signed in',
    restMinutes: 'At rest, minutes',
    restHint: 'From 15 minutes to a day. Rost warns two minutes before the end.',
    lifeHours: 'In all, hours',
    lifeHint: 'From an hour to two weeks',
    accounts: 'Forgotten accounts',
    unusedDays: 'Disable when not used for, days',
    unusedHint: 'From 30 to 730. Two weeks before, Rost writes to the owner and tells the administrator.',
    looks: 'Looking as somebody else',
    looksChange: 'Also change, not only look',
    looksHint: 'Rarely needed: it is enough for an administrator to see what the person sees.',
    save: 'Save the rules',
    cancel: 'Leave as it was',
    saved: 'The rules are saved',
    yes: 'Yes',
    no: 'No',
    days: (count) => sayMany(count, 'en', { one: 'day', other: 'days' }),
    hours: (count) => sayMany(count, 'en', { one: 'hour', other: 'hours' }),
    minutes: (count) => sayMany(count, 'en', { one: 'minute', other: 'minutes' }),
  },
)
