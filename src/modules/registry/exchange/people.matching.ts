import type { Value } from './cell.parsing.ts'
import type { Origin, PeopleIndex, Person, PersonField } from './people.index.ts'
import type { PersonCells } from './row.checker.ts'

/** Whom a row means. */
export type Meant =
  | { readonly is: 'known'; readonly person: Person }
  /** The row was taken in an earlier load and keeps the person it was given, whatever it would mean now. */
  | { readonly is: 'kept'; readonly person: Person }
  | { readonly is: 'nobody' }
  | { readonly is: 'ambiguous' }
  | { readonly is: 'conflict' }

export type PeopleMatching = {
  /** Changes nothing: a row may still be refused. */
  find(cells: PersonCells): Meant
  /**
   * What a row that is taken says of the person it means; answers whether that changed who the person is. The sex does
   * not count: it is a value of the row too, and compared there.
   */
  tell(person: Person, cells: PersonCells, said: Said): boolean
  /** Somebody nobody knew; `id` is new. */
  bring(id: number, cells: PersonCells, sex: Value | undefined, origin: Origin): Person
}

/** `isKept`: the row said all that before; it has no say in names, numbers and birth dates any more. */
export type Said = { readonly isKept: boolean; readonly sex: Value | undefined; readonly origin: Origin }

/** Who is meant, row after row (exchange.md, "Who is meant"). `hash` is the keyed hash of a СНИЛС. */
export function matchPeople(index: PeopleIndex, hash: (snils: string) => string): PeopleMatching {
  return {
    find(cells) {
      return cells.snils === undefined ? findByName(index, cells) : findByNumber(index, cells, hash(cells.snils.key))
    },
    tell(person, cells, { isKept, sex, origin }) {
      const { snils, birth } = cells
      const isNew = !isKept && snils !== undefined && tellByNumber(index, person, cells, snils, hash(snils.key), origin)
      if (!isKept) tellSex(index, person, sex, origin)
      if (birth?.key === person.birthOn) person.birthStated = true
      return isNew
    },
    bring(id, cells, sex, origin) {
      const person = newPerson(id, cells, sex, cells.snils && hash(cells.snils.key), origin)
      index.add(person)
      return person
    },
  }
}

/** The number decides; nobody having it, the one person without a number who has the same name and birth date. */
function findByNumber(index: PeopleIndex, cells: PersonCells, hash: string): Meant {
  const owner = index.bySnils(hash)
  if (owner === undefined) {
    const [first, ...others] = namesakes(index, cells).filter((person) => person.snilsHash === undefined)
    return first === undefined || others.length > 0 ? { is: 'nobody' } : { is: 'known', person: first }
  }
  const isOtherBirth = cells.birth !== undefined && cells.birth.key !== owner.birthOn
  if (isOtherBirth && (owner.birthStated || !hasSameName(owner, cells))) return { is: 'conflict' }
  return { is: 'known', person: owner }
}

function findByName(index: PeopleIndex, cells: PersonCells): Meant {
  const [first, ...others] = namesakes(index, cells)
  if (first === undefined) return { is: 'nobody' }
  return others.length > 0 ? { is: 'ambiguous' } : { is: 'known', person: first }
}

function namesakes(index: PeopleIndex, cells: PersonCells): readonly Person[] {
  const { surname, given, patronymic, birth } = cells
  if (surname === undefined || given === undefined || birth === undefined) return []
  return index.byName({ surname: surname.key, given: given.key, patronymic: patronymic?.key ?? '', birth: birth.key })
}

function hasSameName(person: Person, cells: PersonCells): boolean {
  if (cells.surname === undefined || cells.given === undefined) return false
  const isSurname = person.surnameKeys.includes(cells.surname.key)
  return isSurname && person.givenKey === cells.given.key && person.patronymicKey === (cells.patronymic?.key ?? '')
}

/** A row with a number changes the person who has it: name, patronymic (also to none), birth date. */
function tellByNumber(
  index: PeopleIndex,
  person: Person,
  cells: PersonCells,
  snils: Value,
  hash: string,
  origin: Origin,
): boolean {
  const { surname, given, patronymic, birth } = cells
  let isChanged = false
  const change = (field: PersonField, set: (person: Person) => void): void => {
    index.change(person, field, origin, set)
    isChanged = true
  }
  if (person.snilsHash === undefined) {
    change('snils_hash', (p) => {
      p.snilsHash = hash
      p.snils = snils.key
    })
  }
  if (surname !== undefined && surname.key !== person.surnameKey) {
    change('surname', (p) => {
      p.surnameKey = surname.key
      p.surname = surname.text
      if (!p.surnameKeys.includes(surname.key)) p.surnameKeys = [...p.surnameKeys, surname.key]
    })
  }
  if (given !== undefined && given.key !== person.givenKey) {
    change('given_name', (p) => {
      p.givenKey = given.key
      p.given = given.text
    })
  }
  const isNamed = patronymic !== undefined || (cells.patronymicKnown && surname !== undefined && given !== undefined)
  if (isNamed && (patronymic?.key ?? '') !== person.patronymicKey) {
    change('patronymic', (p) => {
      p.patronymicKey = patronymic?.key ?? ''
      p.patronymic = patronymic?.text ?? ''
    })
  }
  if (birth !== undefined && birth.key !== person.birthOn) {
    change('birth_on', (p) => {
      p.birthOn = birth.key
    })
  }
  return isChanged
}

const SEX: Readonly<Record<string, string>> = {
  ж: 'female',
  жен: 'female',
  'жен.': 'female',
  женский: 'female',
  м: 'male',
  муж: 'male',
  'муж.': 'male',
  мужской: 'male',
}

/**
 * Several rows may speak of one person, some with an empty cell (a value without text): only if none says anything the
 * value is cleared. Undefined where the column is absent.
 */
function tellSex(index: PeopleIndex, person: Person, cell: Value | undefined, origin: Origin): void {
  if (cell === undefined) return
  const sex = SEX[cell.key] ?? ''
  if (sex === '' && person.sexStated) return
  if (sex !== '') person.sexStated = true
  if (sex === person.sex) return
  index.change(person, 'sex', origin, (p) => {
    p.sex = sex
  })
}

function newPerson(
  id: number,
  cells: PersonCells,
  sex: Value | undefined,
  snilsHash: string | undefined,
  origin: Origin,
): Person {
  const { surname, given, patronymic, birth, snils } = cells
  if (surname === undefined || given === undefined || birth === undefined) {
    throw new Error('a new person needs a surname, a name and a birth date')
  }
  return {
    id,
    surnameKey: surname.key,
    givenKey: given.key,
    patronymicKey: patronymic?.key ?? '',
    birthOn: birth.key,
    sex: SEX[sex?.key ?? ''] ?? '',
    snilsHash,
    surnameKeys: [surname.key],
    surname: surname.text,
    given: given.text,
    patronymic: patronymic?.text ?? '',
    snils: snils?.key,
    birthStated: true,
    sexStated: SEX[sex?.key ?? ''] !== undefined,
    broughtBy: origin,
    before: undefined,
    said: undefined,
  }
}
