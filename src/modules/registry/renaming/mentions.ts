import { headerKey } from '../text.ts'

const WORD = /\p{L}+(?:-\p{L}+)*/gu
const ENDING = /(?:ого|ому|ою|ой|ым|ем|ей|ую|ом|ая|ий|[ауыеиояюйь])$/
const PATRONYMIC = /(?:вич|ич|вн|инич|ичн)(?:а|у|ем|ом|е|ы|ой|ою)?$/
const INITIAL = /^\p{Lu}$/u
const GAP = /^[\s.,_]{0,3}$/

/** What stands in the place of a name. */
const SOMEBODY = '[имя]'
/** Looked for from where a run of letters begins: a text of one long run takes no longer than any other. */
const ADDRESS = /(?<![\p{L}\d_.+-])[\p{L}\d_.+-]+@[\p{L}\d_-]+(?:\.[\p{L}\d_-]+)+/gu
/** As it is printed, or bare digits; those that follow a colon, a comma or a bracket may be a number of JSON. */
const NUMBER = /(?<!\d)\d{3}[- ]\d{3}[- ]\d{3}[- ]?\d{2}(?!\d)|(?<!\d|[:,[]\s?)\d{11}(?!\d)/g

/** What of a word is the same in all cases of grammar; coarse: rather two names too many than one too few. */
const stemOf = (word: string): string => shortened(shortened(headerKey(word)))

function shortened(word: string): string {
  const stem = word.replace(ENDING, '')
  return stem.length < 3 ? word : stem
}

/** A surname and a given name of one person, in any case of grammar. */
export const pairOf = (surname: string, given: string): string => `${stemOf(surname)} ${stemOf(given)}`

export type KnownNames = { readonly pairs: ReadonlySet<string>; readonly surnames: ReadonlySet<string> }

export function knownNames(names: readonly (readonly [surname: string, given: string])[]): KnownNames {
  return {
    pairs: new Set(names.map(([surname, given]) => pairOf(surname, given))),
    surnames: new Set(names.map(([surname]) => stemOf(surname))),
  }
}

type Word = { readonly at: number; readonly end: number; readonly text: string }

/**
 * A free text without the people of the district: a surname beside the given name of one who bears both, or beside initials.
 * A surname alone is many people’s, and stays. Numbers and addresses of mail go, too.
 */
export function unnamed(text: string, { pairs, surnames }: KnownNames): string {
  const words = Array.from(text.matchAll(WORD), (match) => ({
    at: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
  const isNext = (one: Word | undefined, other: Word | undefined): boolean =>
    one !== undefined && other !== undefined && GAP.test(text.slice(one.end, other.at))
  const hidden = new Set<number>()
  words.forEach((word, i) => {
    for (const [a, b] of [
      [i, i + 1],
      [i + 1, i],
    ] as const) {
      const [surname, given] = [words[a], words[b]]
      if (surname === undefined || given === undefined || !isNext(word, words[i + 1])) continue
      if (!pairs.has(pairOf(surname.text, given.text))) continue
      hidden.add(a).add(b)
    }
    if (!surnames.has(stemOf(word.text))) return
    for (const step of [1, -1]) {
      for (let j = i + step; INITIAL.test(words[j]?.text ?? ''); j += step) {
        if (!isNext(words[Math.min(j, j - step)], words[Math.max(j, j - step)])) break
        hidden.add(i).add(j)
      }
    }
  })
  for (const i of [...hidden])
    if (PATRONYMIC.test(words[i + 1]?.text ?? '') && isNext(words[i], words[i + 1])) hidden.add(i + 1)
  return withoutHidden(text, words, hidden)
}

/** Neighbours that are hidden go together, with what stands between them. */
function withoutHidden(text: string, words: readonly Word[], hidden: ReadonlySet<number>): string {
  let [told, from] = ['', 0]
  words.forEach(({ at, end, text: word }, i) => {
    if (!hidden.has(i)) return
    if (!hidden.has(i - 1) || !GAP.test(text.slice(from, at))) told += text.slice(from, at) + SOMEBODY
    from = INITIAL.test(word) && text[end] === '.' ? end + 1 : end
  })
  return (told + text.slice(from)).replace(ADDRESS, '[почта]').replace(NUMBER, '[номер]')
}
