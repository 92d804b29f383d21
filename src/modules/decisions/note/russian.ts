import type { Figure } from '../../indicators/index.ts'

/** How the note says numbers, days and shares: always in Russian, whatever language its reader has chosen. */
const NO_BREAK = '\u00a0'
const plurals = new Intl.PluralRules('ru')
const whole = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 })

const decimal = (value: number, digits: number): string =>
  new Intl.NumberFormat('ru-RU', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)

/** `2 034`, halves of posts as `1 986,5`. */
export const sayCount = (value: number): string => whole.format(value)

export type Forms = readonly [one: string, few: string, many: string]

/** The form a noun takes after the number: `1 педагог`, `2 педагога`, `5 педагогов`. */
export function formOf(count: number, [one, few, many]: Forms): string {
  switch (plurals.select(count)) {
    case 'one':
      return one
    case 'few':
      return few
    default:
      return many
  }
}

export const sayMany = (count: number, forms: Forms): string => `${sayCount(count)}${NO_BREAK}${formOf(count, forms)}`

/** After «о» and «в» a noun has two forms: `о 21 педагоге`, `о 5 педагогах`. */
export const sayOf = (count: number, one: string, many: string): string => sayMany(count, [one, many, many])

/** `25,9 %`; under ten people without decimals, a decimal would promise more than they can say. */
export const sayShare = (numerator: number, denominator: number): string =>
  sayPercent((numerator * 100) / denominator, denominator < 10 ? 0 : 1)

export const sayPercent = (value: number, digits = 1): string => `${decimal(value, digits)}${NO_BREAK}%`

/** A bound as it was set: `70 %`, `12,5 %`, `30`. */
export const sayBound = (value: number, isShare: boolean): string =>
  isShare ? `${whole.format(value)}${NO_BREAK}%` : whole.format(value)

/** `12 из 45 (26,7 %)`, a count, or what says that there is nothing to count: missing is not zero. */
export function sayFigure({ numerator, denominator }: Figure): string {
  if (denominator === null) return sayCount(numerator)
  if (denominator === 0) return NOTHING
  return `${sayCount(numerator)} из${NO_BREAK}${sayCount(denominator)} (${sayShare(numerator, denominator)})`
}

export const NOTHING = 'нет данных'

/** `+2,1 п. п.` of a share, `−3` of a count, with a real minus. */
export function sayChange(by: number, isShare: boolean): string {
  const amount = isShare ? decimal(Math.abs(by), 1) : whole.format(Math.abs(by))
  const sign = /^0(,0)?$/.test(amount) ? '' : by > 0 ? '+' : '−'
  return isShare ? `${sign}${amount}${NO_BREAK}п.${NO_BREAK}п.` : `${sign}${amount}`
}

const dayFormat = new Intl.DateTimeFormat('ru-RU', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const shortFormat = new Intl.DateTimeFormat('ru-RU', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'UTC',
})
const moment = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** `31 декабря 2025 года` of an ISO day. */
export function sayDay(day: string): string {
  const parts = dayFormat.formatToParts(moment(day))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('day')}${NO_BREAK}${part('month')} ${part('year')}${NO_BREAK}года`
}

/** `31.12.2025` */
export const sayShortDay = (day: string): string => shortFormat.format(moment(day))

/** `с 1 января по 31 декабря 2025 года` of days of one year. */
export function sayPeriod([from, to]: readonly [string, string]): string {
  const begin = from.slice(0, 4) === to.slice(0, 4) ? sayDay(from).replace(/ \d+\u00a0года$/, '') : sayDay(from)
  return `с${NO_BREAK}${begin} по${NO_BREAK}${sayDay(to)}`
}

export const upperFirst = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
