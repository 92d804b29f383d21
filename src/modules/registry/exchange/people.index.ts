import { indexedKey } from './text.keys.ts'
import { createWordTable } from './word.table.ts'

/** Where a value comes from: a sheet of this load and a row of it. */
export type Origin = { readonly sourceId: number; readonly row: number }

export type PersonField = 'surname' | 'given_name' | 'patronymic' | 'birth_on' | 'sex' | 'snils_hash'

/** A person as matching needs them; `text` fields of people known before are filled only once they change. */
export type Person = {
  readonly id: number
  surnameKey: string
  givenKey: string
  /** Empty when the person has none. */
  patronymicKey: string
  birthOn: string
  /** As the database knows it; empty when unknown. */
  sex: string
  /** Keyed hash of the СНИЛС, in hexadecimal digits. */
  snilsHash: string | undefined
  /** Every surname loaded for the person. */
  surnameKeys: readonly string[]
  surname: string
  given: string
  patronymic: string
  /** The digits of a СНИЛС that this load brought. */
  snils: string | undefined
  /** A row taken in this load has said the birth date: another one is a conflict. */
  birthStated: boolean
  sexStated: boolean
  /** Set for people this load brings. */
  readonly broughtBy: Origin | undefined
  /** What the database has of the person, once this load has changed it. */
  before: PersonState | undefined
  /** Which row of this load changed a field last. */
  said: Map<PersonField, Origin> | undefined
}

export type PersonState = Pick<
  Person,
  'surnameKey' | 'givenKey' | 'patronymicKey' | 'birthOn' | 'sex' | 'snilsHash'
> & { readonly surnames: number }

export type PeopleIndex = {
  readonly all: () => Iterable<Person>
  /** The people this load brought since the last call; the caller hands them to the database. */
  drainBrought(): readonly Person[]
  /** Also by the id of a card that was merged into this one. */
  byId(id: number): Person | undefined
  bySnils(hash: string): Person | undefined
  /** People with this name and birth date, by every surname they had; an empty patronymic equals only an empty one. */
  byName(name: { surname: string; given: string; patronymic: string; birth: string }): readonly Person[]
  add(person: Person): void
  /** Whoever that card was is this person since: by its id, and by the name and birth date it had. */
  addMerged(merged: MergedCard): void
  /** Sets a field as a row says it, and with it what the person is found by. */
  change(person: Person, field: PersonField, origin: Origin, set: (person: Person) => void): void
}

/** A card that was merged into another one, as files name it. */
export type MergedCard = {
  readonly id: number
  readonly into: number
  readonly given: string
  readonly patronymic: string
  readonly birth: string
}

const NOBODY: readonly Person[] = []

export function createPeopleIndex(): PeopleIndex {
  const people = new Map<number, Person>()
  const merged = new Map<number, number>()
  const numbers = new Map<string, Person>()
  /** Birth dates, names and patronymics that somebody has, and by the number of each who has them: nearly always one. */
  const places = createWordTable(3)
  const names: (Person | readonly Person[] | undefined)[] = []
  const textNumbers = new Map<string, number>()
  let brought = new Set<Person>()

  /** Names and days are few: with numbers for them, what everybody is found by is short. */
  function numberOf(text: string): number {
    const number = textNumbers.get(text) ?? textNumbers.size
    textNumbers.set(text, number)
    return number
  }

  /** Who is looked for and not found is entered next. */
  let last = { birth: '', given: '', patronymic: '', place: -1 }
  function placeOf(birth: string, given: string, patronymic: string): number {
    if (last.place < 0 || last.birth !== birth || last.given !== given || last.patronymic !== patronymic) {
      places.words[0] = numberOf(birth)
      places.words[1] = numberOf(given)
      places.words[2] = numberOf(patronymic)
      last = { birth, given, patronymic, place: places.add() }
    }
    return last.place
  }

  function enter(person: Person): void {
    if (person.snilsHash !== undefined) numbers.set(person.snilsHash, person)
    const place = placeOf(person.birthOn, person.givenKey, person.patronymicKey)
    const there = names[place]
    names[place] = there === undefined ? person : [...new Set([there, person].flat())]
  }

  /** The card that stayed may have gone into another one later. */
  function findById(id: number): Person | undefined {
    const into = merged.get(id)
    return people.get(id) ?? (into === undefined ? undefined : findById(into))
  }

  function leave(person: Person): void {
    if (person.snilsHash !== undefined) numbers.delete(person.snilsHash)
    const place = placeOf(person.birthOn, person.givenKey, person.patronymicKey)
    const rest = [names[place] ?? []].flat().filter((one) => one !== person)
    names[place] = rest.length === 0 ? undefined : rest
  }

  return {
    all: () => people.values(),
    byId: findById,
    bySnils: (hash) => numbers.get(hash),
    byName({ surname, given, patronymic, birth }) {
      const there = names[placeOf(birth, given, patronymic)]
      if (there === undefined) return NOBODY
      return [there].flat().filter((person) => person.surnameKeys.includes(surname))
    },
    drainBrought() {
      const drained = [...brought]
      brought = new Set()
      return drained
    },
    add(person) {
      people.set(person.id, person)
      if (person.broughtBy !== undefined) brought.add(person)
      enter(person)
    },
    addMerged({ id, into, given, patronymic, birth }) {
      merged.set(id, into)
      const person = findById(into)
      if (person === undefined) return
      const place = placeOf(birth, given, patronymic)
      const there = [names[place] ?? []].flat()
      if (!there.includes(person)) names[place] = [...there, person]
    },
    change(person, field, origin, set) {
      if (!brought.has(person)) person.before ??= stateOf(person)
      person.said ??= new Map()
      person.said.set(field, origin)
      leave(person)
      set(person)
      enter(person)
    },
  }
}

function stateOf(person: Person): PersonState {
  const { surnameKey, givenKey, patronymicKey, birthOn, sex, snilsHash, surnameKeys } = person
  return { surnameKey, givenKey, patronymicKey, birthOn, sex, snilsHash, surnames: surnameKeys.length }
}

/** Somebody the database knows. */
export function knownPerson(row: {
  id: number
  surname: string
  surnameKey: string | null
  givenKey: string
  patronymicKey: string
  birthOn: string
  sex: string | null
  snilsHash: Buffer | null
  /** Of former surnames. */
  surnameKeys: readonly string[]
}): Person {
  const surnameKey = row.surnameKey ?? indexedKey(row.surname)
  return {
    id: row.id,
    surnameKey,
    givenKey: row.givenKey,
    patronymicKey: row.patronymicKey,
    birthOn: row.birthOn,
    sex: row.sex ?? '',
    snilsHash: row.snilsHash?.toString('hex'),
    surnameKeys: [...new Set([surnameKey, ...row.surnameKeys])],
    surname: '',
    given: '',
    patronymic: '',
    snils: undefined,
    birthStated: false,
    sexStated: false,
    broughtBy: undefined,
    before: undefined,
    said: undefined,
  }
}
