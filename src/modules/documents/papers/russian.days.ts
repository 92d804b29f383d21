/** Days and hours as papers say them: always in Russian, whatever language whoever prints has chosen. */
const NO_BREAK = '\u00a0'
const MONTHS = [
  ...['января', 'февраля', 'марта', 'апреля', 'мая', 'июня'],
  ...['июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
]

type Parts = { readonly day: string; readonly month: string; readonly year: string }

function partsOf(iso: string): Parts {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { day: String(Number(day)), month: MONTHS[Number(month) - 1] ?? '', year }
}

/** `21 ноября 2026 г.` */
export function sayDay(iso: string): string {
  const { day, month, year } = partsOf(iso)
  return [day, month, year, 'г.'].join(NO_BREAK)
}

/** `21 ноября 2026 г.`, `с 1 по 20 ноября 2026 г.`; a month or a year that both days have is said once. */
export function sayDays(startsOn: string, endsOn: string): string {
  if (startsOn === endsOn) return sayDay(endsOn)
  const [from, to] = [partsOf(startsOn), partsOf(endsOn)]
  const isSameYear = from.year === to.year
  const begins =
    isSameYear && from.month === to.month
      ? from.day
      : isSameYear
        ? `${from.day}${NO_BREAK}${from.month}`
        : sayDay(startsOn)
  return `с${NO_BREAK}${begins} по${NO_BREAK}${sayDay(endsOn)}`
}

const plurals = new Intl.PluralRules('ru')
const number = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 1, useGrouping: false })

/** After «в объёме»: `36 часов`, `21 часа`, `1,5 часа`. */
export function sayHoursOf(hours: number): string {
  const isOne = !Number.isInteger(hours) || plurals.select(hours) === 'one'
  return `${number.format(hours)}${NO_BREAK}${isOne ? 'часа' : 'часов'}`
}
