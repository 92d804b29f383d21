import type { TableId } from './tables.ts'
import { fold } from './text.ts'

/** Dates are ГГГГ-ММ-ДД; lists are subjects. */
export type Value = string | number | string[] | null

export type Person = {
  id: number
  snils: string | null
  /** Every surname loaded for them, folded. */
  surnames: string[]
  surname: string
  name: string
  patronymic: string
  birth: string
}

export type Stored = { key: string; persons: number[]; values: Record<string, Value> }

export type State = {
  people: Person[]
  bySnils: Map<string, Person>
  /** Only a short cut to the few people who may be meant; a surname once loaded stays. */
  bySurname: Map<string, Person[]>
  records: Record<TableId, Map<string, Stored>>
  /** Rows that were taken before (file name, sheet and cells) with the persons they were given. */
  taken: Map<string, number[]>
  /** Subjects: folded → as first loaded. */
  subjects: Map<string, string>
}

/** A district of which nothing is loaded yet. */
export function emptyState(): State {
  return {
    people: [],
    bySnils: new Map(),
    bySurname: new Map(),
    records: {
      organisations: new Map(),
      staff: new Map(),
      learning: new Map(),
      diagnostics: new Map(),
      events: new Map(),
      attendance: new Map(),
      communities: new Map(),
      members: new Map(),
      mentoring: new Map(),
      pools: new Map(),
      staffing: new Map(),
    },
    taken: new Map(),
    subjects: new Map(),
  }
}

/** The person of that number; numbers come from the state itself. */
export function personOf(state: State, id: number): Person {
  const person = state.people[id]
  if (!person) throw new Error(`no person ${id}`)
  return person
}

/** Remembers a surname of the person, so that they are found by it from now on. */
export function addSurname(state: State, person: Person, surname: string): void {
  person.surname = surname
  if (person.surnames.includes(fold(surname))) return
  person.surnames.push(fold(surname))
  const same = state.bySurname.get(fold(surname)) ?? []
  same.push(person)
  state.bySurname.set(fold(surname), same)
}
