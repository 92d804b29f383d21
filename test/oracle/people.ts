import type { Person, State } from './state.ts'
import { addSurname, personOf } from './state.ts'
import { fold } from './text.ts'

/** The cells of one person of a row; `patronymic` is undefined where the sheet has no such column. */
export type Named = {
  snils: string | null
  surname: string
  name: string
  patronymic: string | undefined
  birth: string | null
}

/** Whom a row means: somebody known, a new person (staff only), or the code of the refusal. */
export type Meant = { id: number; kept: boolean } | 'new' | 'person_unknown' | 'person_ambiguous' | 'person_conflict'

/**
 * "the same Фамилия, Имя, Отчество (an empty one equals only an empty one)"; "A person is found by every surname loaded
 * for them." Reading: by every surname, but by the first name and patronymic that stand now.
 */
function sameName(person: Person, named: Named): boolean {
  return (
    person.surnames.includes(fold(named.surname)) &&
    fold(person.name) === fold(named.name) &&
    fold(person.patronymic) === fold(named.patronymic ?? '')
  )
}

function namesakes(state: State, named: Named): Person[] {
  const found: Person[] = []
  for (const person of state.bySurname.get(fold(named.surname)) ?? [])
    if (person.birth === named.birth && sameName(person, named)) found.push(person)
  return found
}

/**
 * Who is meant by the cells of a person. Changes nothing.
 * @param stated birth dates that rows taken earlier in this load state, by person
 * @param kept   the person the row was given when it was taken before
 */
export function meant(
  state: State,
  named: Named,
  stated: Map<number, string>,
  kept: number | undefined,
  isStaff: boolean,
): Meant {
  // "A row that was already taken (same file name, sheet and cells) keeps the person it was given." Reading: nothing of
  // "Who is meant" is asked again for it, so it is no person_conflict after a birth date was corrected elsewhere.
  if (kept !== undefined) return { id: kept, kept: true }
  const nobody = isStaff ? 'new' : 'person_unknown'
  if (named.snils === null) {
    const found = namesakes(state, named)
    if (found.length > 1) return 'person_ambiguous'
    return found[0] ? { id: found[0].id, kept: false } : nobody
  }
  const holder = state.bySnils.get(named.snils)
  if (!holder) {
    const numberless = namesakes(state, named).filter((person) => person.snils === null)
    return numberless.length === 1 && numberless[0] ? { id: numberless[0].id, kept: false } : nobody
  }
  if (named.birth !== null && named.birth !== holder.birth) {
    // "within one load the row that came first stands and the other is `person_conflict`; in a later load it corrects
    // the birth date if the name is the same, else it is `person_conflict`."
    if (stated.has(holder.id)) return 'person_conflict'
    const patronymic = named.patronymic ?? holder.patronymic
    if (!sameName(holder, { ...named, patronymic })) return 'person_conflict'
  }
  return { id: holder.id, kept: false }
}

/** Makes a person of a staff row. */
export function createPerson(state: State, named: Named, stated: Map<number, string>): number {
  const person: Person = {
    id: state.people.length,
    snils: named.snils,
    surnames: [],
    surname: '',
    name: named.name,
    patronymic: named.patronymic ?? '',
    birth: named.birth ?? '',
  }
  state.people.push(person)
  addSurname(state, person, named.surname)
  if (person.snils !== null) state.bySnils.set(person.snils, person)
  stated.set(person.id, person.birth)
  return person.id
}

/**
 * What an accepted row changes of a known person: a number received, a name changed, a birth date corrected.
 * @returns whether anything changed
 */
export function applyPerson(
  state: State,
  named: Named,
  id: number,
  kept: boolean,
  stated: Map<number, string>,
): boolean {
  const person = personOf(state, id)
  if (kept) {
    if (named.birth === person.birth) stated.set(id, person.birth)
    return false
  }
  let changed = false
  if (named.snils !== null) {
    if (person.snils === null) {
      person.snils = named.snils
      state.bySnils.set(named.snils, person)
      changed = true
    }
    if (named.surname !== '' && fold(named.surname) !== fold(person.surname)) {
      addSurname(state, person, named.surname)
      changed = true
    }
    if (named.name !== '' && fold(named.name) !== fold(person.name)) {
      person.name = named.name
      changed = true
    }
    // "The same СНИЛС with another … patronymic is a change of it", "An empty cell clears an optional value". Reading:
    // an empty Отчество beside a filled Фамилия and Имя is another patronymic; without those it says nothing.
    const saysPatronymic = named.surname !== '' && named.name !== '' ? named.patronymic : named.patronymic || undefined
    if (saysPatronymic !== undefined && fold(saysPatronymic) !== fold(person.patronymic)) {
      person.patronymic = saysPatronymic
      changed = true
    }
  }
  if (named.birth !== null) {
    if (named.birth !== person.birth) changed = true
    person.birth = named.birth
    stated.set(id, person.birth)
  }
  return changed
}
