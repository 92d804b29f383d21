import { sayCount, sayShortDay } from '../../../../web/formats.ts'
import type { Language } from '../../../../web/words.ts'
import type { Employment } from '../employments.contract.ts'
import type { detailWords } from './details.words.ts'
import type { peopleWords } from './words.ts'

/** A line of the card; `field` is what the values of its origin stand under. */
export type PlaceFact = { readonly name: string; readonly text: string; readonly field: string }

type Words = { readonly people: (typeof peopleWords)['ru']; readonly details: (typeof detailWords)['ru'] }

/** What is known of a place of work beside who, where and since when. */
export function placeFacts(employment: Employment, { people, details }: Words, language: Language): PlaceFact[] {
  const day = (value: string | null): string => (value === null ? '' : sayShortDay(value, language))
  const { pedagogicalEducation, kind } = employment
  const facts: readonly (readonly [name: string, text: string, field: string])[] = [
    [people.rate, sayCount(employment.rate, language), 'rate'],
    [details.kind, kind === null ? '' : details.kinds[kind], 'kind'],
    [people.subjects, employment.subjects.map(({ label }) => label).join(', '), 'subjects'],
    [details.classLed, employment.classLed ?? '', 'classLed'],
    [details.deputyFunction, employment.deputyFunction?.label ?? '', 'deputyFunction'],
    [people.category, sayCategory(employment, details, day), 'category'],
    [details.leave, sayLeave(employment, details, day), 'leaveKind'],
    [people.education, employment.educationLevel?.label ?? '', 'educationLevel'],
    [
      people.pedagogicalEducation,
      pedagogicalEducation === null ? '' : pedagogicalEducation ? people.yes : people.no,
      'pedagogicalEducation',
    ],
    [people.experienceSince, day(employment.experienceSince), 'experienceSince'],
    [details.email, employment.email ?? '', 'email'],
  ]
  return facts.flatMap(([name, text, field]) => (text === '' ? [] : [{ name, text, field }]))
}

type SayDay = (value: string | null) => string

function sayCategory(employment: Employment, words: Words['details'], day: SayDay): string {
  const { category, categoryOn, categoryEndsOn, categoryOrder } = employment
  if (category === null) return ''
  const until = categoryEndsOn === null ? words.endless : words.until(day(categoryEndsOn))
  return [
    category.label,
    // Of an older file nothing but the category is known.
    ...(categoryOn === null && categoryEndsOn === null ? [] : [sinceUntil(categoryOn, until, words, day)]),
    ...(categoryOrder === null ? [] : [words.order(categoryOrder)]),
  ].join(', ')
}

function sayLeave({ leaveKind, leaveOn, leaveUntil }: Employment, words: Words['details'], day: SayDay): string {
  const until = leaveUntil === null ? '' : words.until(day(leaveUntil))
  const when = sinceUntil(leaveOn, until, words, day)
  if (leaveKind === null && when === '') return ''
  return [leaveKind?.label ?? words.onLeave, when].filter((text) => text !== '').join(', ')
}

const sinceUntil = (since: string | null, until: string, words: Words['details'], day: SayDay): string =>
  [since === null ? '' : words.since(day(since)), until].filter((text) => text !== '').join(' ')
