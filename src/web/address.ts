/**
 * What of an address a page understands. Whoever shortens or mistypes an address still gets the page: a part that makes
 * no sense is left out.
 */
type Part<T> = (value: unknown) => T | undefined

type Parts = Readonly<Record<string, Part<unknown>>>

type ReadOf<P extends Parts> = { [K in keyof P]?: Exclude<ReturnType<P[K]>, undefined> | undefined }

const MOST_VALUES = 100
const CODE = /^[\w.-]{1,60}$/
const DAY = /^(?:19|20|21)\d\d-\d\d-\d\d$/

/** Reads the named parts of an address, as the router hands it over. */
export const addressOf =
  <P extends Parts>(parts: P) =>
  (search: Readonly<Record<string, unknown>>): ReadOf<P> => {
    const read: Record<string, unknown> = {}
    for (const [name, part] of Object.entries(parts)) {
      const value = part(search[name])
      if (value !== undefined) read[name] = value
    }
    return read as ReadOf<P>
  }

/** Text that somebody typed, without its outer blanks. */
export const text =
  (most = 200): Part<string> =>
  (value) => {
    const trimmed = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
    return trimmed === '' || trimmed.length > most ? undefined : trimmed
  }

/** A name of a list too long for every visitor to bring along: the page that has the list says whether it stands there. */
export const code: Part<string> = (value) => (typeof value === 'string' && CODE.test(value) ? value : undefined)

export const oneOf =
  <const T extends string>(values: readonly T[]): Part<T> =>
  (value) =>
    values.find((one) => one === value)

/** Several values, or one that stands alone; none of them if one makes no sense. */
export const manyOf =
  <T>(part: Part<T>): Part<T[]> =>
  (value) => {
    if (value === undefined) return undefined
    const read = [value].flat().map(part)
    return read.length > MOST_VALUES || read.includes(undefined) ? undefined : read.filter((one) => one !== undefined)
  }

/** A whole number from 1: a page, or what the server calls something by. */
export const count: Part<number> = (value) => {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}

/** An ISO day of the calendar. */
export const day: Part<string> = (value) =>
  typeof value === 'string' && DAY.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value)
    ? value
    : undefined
