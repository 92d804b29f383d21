import type { Quality } from '../quality.contract.ts'
import type { qualityWords } from './words.ts'

type Words = (typeof qualityWords)['ru']
type Somebody = Quality['heads'][number]

/** Of positions the district decides itself. */
const NOT_THEIRS: readonly Quality['checks'][number]['what'][] = ['position']

/**
 * What the district writes to the organisation: what is to be mended there, with the first names of each. Undefined where it
 * is nothing of theirs.
 */
export function letterOf({ organisation, heads, checks }: Quality, words: Words): string | undefined {
  const [head] = heads
  const theirs = checks.filter(({ what }) => !NOT_THEIRS.includes(what))
  if (theirs.length === 0) return undefined
  const lines = theirs.map(({ what, people, first }) => {
    const names = first.map(initialsOf).join(', ')
    const rest = people > first.length ? ` ${words.more(people - first.length)}` : ''
    return `— ${words.checks[what]}: ${names}${rest}`
  })
  const name = head === undefined ? '' : [head.givenName, head.patronymic ?? ''].join(' ').trim()
  return [words.greeting(name), '', words.request(organisation.name), '', ...lines, '', words.thanks].join('\n')
}

/** «Иванова А. П.» */
export const initialsOf = ({ surname, givenName, patronymic }: Somebody): string =>
  [surname, ...[givenName, patronymic].flatMap((part) => (part ? [`${part.slice(0, 1)}.`] : []))].join(' ')
