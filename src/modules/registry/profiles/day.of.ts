import { parseDay } from '../exchange/day.parsing.ts'
import type { ProfiledSheet } from './remarks.ts'

const DAY = /(\d{2}\.\d{2}\.\d{4}|\d{4}-\d{2}-\d{2})/
const AS_OF = /(по состоянию|на\s+\d|сведения|данные|список|отч[её]т)/i

/**
 * The day a sheet is of: what whoever loads it says, else what its title says, else the name of its file or sheet, else
 * the day it is loaded.
 */
export function dayOfSheet(
  titles: readonly string[],
  names: readonly string[],
  today: string,
  given?: string,
): ProfiledSheet['asOf'] {
  if (given !== undefined) return { day: given, from: 'given' }
  const told = titles.find((title) => DAY.test(title) && (AS_OF.test(title) || DAY.exec(title)?.[0] === title))
  const inTitle = dayIn(told)
  if (inTitle !== undefined) return { day: inTitle, from: 'title' }
  const inName = names.map(dayIn).find((day) => day !== undefined)
  return inName === undefined ? { day: today, from: 'load' } : { day: inName, from: 'name' }
}

function dayIn(text: string | undefined): string | undefined {
  const found = DAY.exec(text ?? '')?.[0]
  return found === undefined ? undefined : parseDay(found)
}
