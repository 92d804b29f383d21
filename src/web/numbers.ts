import type { Language } from './words.ts'

const LOCALE = { ru: 'ru-RU', en: 'en-GB' } as const

/** `1 284`, with no-break blanks. */
export const sayCount = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALE[language]).format(value)

/** `25,9 %`; under ten people without decimals, a decimal would promise more than they can say. */
export function sayShare(numerator: number, denominator: number, language: Language): string {
  const digits = denominator < 10 ? 0 : 1
  const percent = new Intl.NumberFormat(LOCALE[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format((numerator * 100) / denominator)
  return language === 'ru' ? `${percent}\u00a0%` : `${percent}%`
}

/** `21 ноября 2026 г.` */
export function sayDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
