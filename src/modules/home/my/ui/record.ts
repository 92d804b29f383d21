import { sayShortDay } from '../../../../web/formats.ts'
import type { Language } from '../../../../web/words.ts'
import type { LifeFact } from '../../../population/life/life.contract.ts'
import type { Person } from '../../../registry/people/people.contract.ts'
import type { myWords } from './words.ts'

type Words = (typeof myWords)['ru']
type Employment = Person['employments'][number]

/** One thing on record: what, when, what else is known of it, and where it comes from. */
export type Entry = {
  readonly key: string
  readonly label: string
  readonly when: string
  readonly details: readonly string[]
  /** Of a place of work, whose origin stands among the sources of the card; else that of the fact itself. */
  readonly from:
    | { readonly record: Employment }
    | { readonly source: LifeFact['source']; readonly fact: Pick<LifeFact, 'term' | 'id'> }
}

export type Group = { readonly name: string; readonly entries: readonly Entry[] }

/** Work first, then the kinds of facts with the latest fact first; within a kind the latest first. */
export function groupsOf(person: Person, facts: readonly LifeFact[], words: Words, language: Language): Group[] {
  const work = person.employments.map((one) => workOf(one, words, language))
  const kinds = Map.groupBy(facts, ({ caption }) => caption)
  return [
    ...(work.length === 0 ? [] : [{ name: words.work, entries: work }]),
    ...[...kinds].map(([caption, of]) => ({
      name: caption.slice(0, 1).toUpperCase() + caption.slice(1),
      entries: of.map((fact) => entryOf(fact, words, language)),
    })),
  ]
}

function workOf(employment: Employment, words: Words, language: Language): Entry {
  const { id, position, organisation, hiredOn, dismissedOn, category, educationLevel, subjects, experienceSince } =
    employment
  const known = [
    [words.category, category?.label],
    [words.subjects, subjects.map(({ label }) => label).join(', ')],
    [words.experience, experienceSince === null ? '' : sayShortDay(experienceSince, language)],
    [words.education, educationLevel?.label],
  ]
  return {
    key: `work-${id}`,
    label: `${position.name}, ${organisation.name}`,
    when: whenOf(hiredOn, dismissedOn, true, words, language),
    details: known.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    from: { record: employment },
  }
}

function entryOf(fact: LifeFact, words: Words, language: Language): Entry {
  return {
    key: `${fact.term}-${fact.id}`,
    label: fact.label,
    when: whenOf(fact.from, fact.to, fact.lasting, words, language),
    details: fact.details.map(({ name, value }) => `${name}: ${value}`),
    from: { source: fact.source, fact },
  }
}

function whenOf(from: string, to: string | null, lasting: boolean, words: Words, language: Language): string {
  const day = sayShortDay(from, language)
  if (to !== null) return `${day} — ${sayShortDay(to, language)}`
  return lasting ? words.since(day) : day
}
