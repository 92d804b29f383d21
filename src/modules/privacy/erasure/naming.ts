import { literally } from '../../../platform/db/listing.ts'
/** Who is looked for in texts: every way they are on record. `numbers`: eleven digits each. */
export type Named = {
  readonly names: readonly {
    readonly surname: string
    readonly givenName: string
    readonly patronymic: string | null
  }[]
  readonly numbers: readonly string[]
  readonly addresses: readonly string[]
}

/** What stands instead of a name that was erased. */
export const ERASED = '[удалено]'

const LETTER = String.raw`\p{L}`
const BEFORE = `(?<!${LETTER})`
const AFTER = `(?!${LETTER})`

/**
 * Finds somebody in texts: a surname beside a given name or initials, in any case of Russian grammar, the number however
 * it is parted, an address. A surname alone is many people’s and is no name.
 */
export function lookFor({ names, numbers, addresses }: Named): RegExp {
  const ofNames = names.flatMap(({ surname, givenName, patronymic }) => {
    const [family, given] = [inflected(surname), inflected(givenName)]
    const father = patronymic === null ? '' : `(?:\\s+${inflected(patronymic)})?`
    const initials = `${escaped(givenName.slice(0, 1))}\\.(?:\\s*${LETTER}\\.)?`
    const beside = `(?:${given}${AFTER}${father}|${initials})`
    return [`${BEFORE}${family}\\s+${beside}`, `${BEFORE}${beside}\\s*${family}${AFTER}`]
  })
  const ofNumbers = numbers.map((number) => `(?<!\\d)${[...number].join('[\\s-]?')}(?!\\d)`)
  const ofAddresses = addresses.map((address) => `(?<![\\w.+-])${escaped(address)}(?![\\w-])`)
  const all = [...ofNames, ...ofNumbers, ...ofAddresses]
  return new RegExp(all.length === 0 ? '(?!)' : all.join('|'), 'giu')
}

/** Patterns of LIKE, in lower case, that every text fits in which they can be found; for a first choice among many. */
export function likeness({ names, numbers, addresses }: Named): string[] {
  const parts = [
    ...names.map(({ surname }) => stemOf(surname)),
    ...numbers.flatMap((number) => [number, printed(number)]),
    ...addresses,
  ]
  // A name may stand with ё or with е.
  return [...new Set(parts.map((part) => `%${literally(part.toLowerCase()).replace(/[её]/g, '_')}%`))]
}

/** The word without what changes by case: «Иванова» → «Иванов», «Петренко» stays. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:[аяоеуюыийь]|ая|ий|ый|ой)$/iu, '')
  return stem.length < 3 ? word : stem
}

const inflected = (word: string): string => `${escaped(stemOf(word)).replace(/[её]/giu, '[её]')}${LETTER}{0,3}`

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

const printed = (number: string): string => number.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1-$2-$3 $4')
