import type { Language } from './words.ts'

const LOCALE = { ru: 'ru-RU', en: 'en-GB' } as const
const NO_BREAK = '\u00a0'

/** Making a format takes longer than a hundred uses of it: each is made once. */
function kept<Format, Options>(make: (locale: string, options: Options) => Format) {
  const formats = new Map<string, Format>()
  return (language: Language, options: Options): Format => {
    const key = `${language} ${JSON.stringify(options)}`
    const format = formats.get(key) ?? make(LOCALE[language], options)
    formats.set(key, format)
    return format
  }
}

const numbers = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
const dates = kept((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options))
const plurals = kept((locale, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options))

const THOUSANDS = /\B(?=(?:\d{3})+$)/g

/**
 * `1 284`, with no-break blanks. Whole numbers are grouped here: to load what the browser knows of a language takes a slow
 * computer a tenth of a second, and a list of people needs nothing else of it.
 */
export const sayCount = (value: number, language: Language): string =>
  Number.isSafeInteger(value) && value >= 0
    ? String(value).replace(THOUSANDS, language === 'ru' ? NO_BREAK : ',')
    : numbers(language, { maximumFractionDigits: 3 }).format(value)

/** `25,9 %`; under ten people without decimals, a decimal would promise more than they can say. */
export function sayShare(numerator: number, denominator: number, language: Language): string {
  return percent((numerator * 100) / denominator, denominator < 10 ? 0 : 1, language)
}

function percent(value: number, digits: number, language: Language): string {
  const text = decimal(value, digits, language)
  return language === 'ru' ? `${text}${NO_BREAK}%` : `${text}%`
}

function decimal(value: number, digits: number, language: Language): string {
  return numbers(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
}

/** `+2,1 п. п.`: by how much a share changed, in percentage points. */
export function sayPoints(change: number, language: Language): string {
  const unit = language === 'ru' ? `п.${NO_BREAK}п.` : 'pp'
  return `${signed(change, 1, language)}${NO_BREAK}${unit}`
}

/** `+12`, `−3`, with a real minus. */
export const sayDifference = (change: number, language: Language): string => signed(change, 0, language)

function signed(change: number, digits: number, language: Language): string {
  const sign = change > 0 ? '+' : change < 0 ? '−' : ''
  return `${sign}${decimal(Math.abs(change), digits, language)}`
}

const dayIn = (language: Language, options: Intl.DateTimeFormatOptions) => (day: string) =>
  dates(language, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** `21 ноября 2026 г.` of an ISO day. */
export const sayDay = (day: string, language: Language): string => dayIn(language, { dateStyle: 'long' })(day)

/** `21.11.2026`, for tables; in English `21/11/2026`. */
export const sayShortDay = (day: string, language: Language): string =>
  day
    .split('-')
    .reverse()
    .join(language === 'ru' ? '.' : '/')

/** `сегодня, 14:05`, `вчера, 18:40`, else `21.11.2026, 14:05`; in the reader's time zone. */
export function sayMoment(moment: string, language: Language, now = new Date()): string {
  const at = new Date(moment)
  const time = dates(language, { hour: '2-digit', minute: '2-digit' }).format(at)
  const days = Math.round((startOfDay(at) - startOfDay(now)) / 86_400_000)
  if (days === 0 || days === -1) {
    return `${new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto' }).format(days, 'day')}, ${time}`
  }
  return `${dates(language, {}).format(at)}, ${time}`
}

const startOfDay = (moment: Date): number => new Date(moment).setHours(0, 0, 0, 0)

/** Today's ISO day in the reader's time zone. */
export function today(now = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/** `5 педагогов`: the number with the right form of the word. */
export const sayMany = (count: number, language: Language, forms: Forms): string =>
  `${sayCount(count, language)}${NO_BREAK}${formOf(count, language, forms)}`

/** The form of a word that goes with the number, without the number. */
export const formOf = (count: number, language: Language, forms: Forms): string =>
  forms[plurals(language, {}).select(count)] ?? forms.other

export const fullName = (person: { surname: string; givenName: string; patronymic: string | null }): string =>
  [person.surname, person.givenName, person.patronymic].filter(Boolean).join(' ')
