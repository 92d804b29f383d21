import type { Keyring } from '../../../platform/secrets.ts'
import { copyBytes, copyHex, copyText, createCopyLines } from './copy.text.ts'
import type { Origin, PeopleIndex, Person, PersonField } from './people.index.ts'

type PersonChange = { readonly field: PersonField; readonly origin: Origin }

/** COPY text: people the district does not have yet or whose values changed, and surnames it does not have of them. */
export type StagedPeople = { readonly people: Buffer; readonly surnames: Buffer }

/** The people brought since the last call, as they are now; what later rows say of them is a change. */
export function drainBrought(index: PeopleIndex, keyring: Keyring): StagedPeople {
  const seal = sealer(keyring)
  const people = createCopyLines()
  const surnames = createCopyLines()
  for (const person of index.drainBrought()) {
    const { surnameKeys } = person
    people.add(broughtRow(person, copyText(surnameKeys[0]), seal))
    for (let at = 1; at < surnameKeys.length; at++) surnames.add(surnameRow(person, surnameKeys[at]))
  }
  return { people: people.drain(), surnames: surnames.drain() }
}

/** What the load has changed of people the database has. */
export function changedPeople(index: PeopleIndex, keyring: Keyring): StagedPeople {
  const seal = sealer(keyring)
  const people = createCopyLines()
  const surnames = createCopyLines()
  for (const person of index.all()) {
    if (person.before === undefined) continue
    const changes = finalChanges(person)
    if (changes.length > 0) people.add(changedRow(person, changes, seal))
    for (const key of person.surnameKeys.slice(person.before.surnames)) surnames.add(surnameRow(person, key))
  }
  return { people: people.drain(), surnames: surnames.drain() }
}

type Seal = (snils: string | undefined) => string

const sealer =
  (keyring: Keyring): Seal =>
  (snils) =>
    copyBytes(snils === undefined ? undefined : keyring.seal(Buffer.from(snils), 'snils'))

const surnameRow = (person: Person, key: string | undefined): string => `${person.id}\t${copyText(key)}\n`

function broughtRow(person: Person, surnameKey: string, seal: Seal): string {
  const { broughtBy, said } = person
  const origins = said === undefined ? '\\N' : originsText([...said].map(([field, origin]) => ({ field, origin })))
  // One after the other and not as a list of cells: this is done for everybody a load brings.
  const name = `${copyText(person.surname)}\t${copyText(person.given)}\t${copyText(person.patronymic || null)}`
  const keys = `${copyText(person.givenKey)}\t${copyText(person.patronymicKey)}`
  const number = `${copyHex(person.snilsHash)}\t${seal(person.snils)}`
  const source = `${copyText(broughtBy?.sourceId)}\t${copyText(broughtBy?.row)}\t${origins}`
  const { id, birthOn, sex } = person
  return `${id}\t${name}\t${keys}\t${birthOn}\t${copyText(sex || null)}\t${number}\t${source}\t${surnameKey}\n`
}

/** What differs from before: a name changed there and back again is no change. */
function finalChanges(person: Person): PersonChange[] {
  const { before, said } = person
  if (before === undefined || said === undefined) return []
  const differs: Readonly<Record<PersonField, boolean>> = {
    surname: person.surnameKey !== before.surnameKey,
    given_name: person.givenKey !== before.givenKey,
    patronymic: person.patronymicKey !== before.patronymicKey,
    birth_on: person.birthOn !== before.birthOn,
    sex: person.sex !== before.sex,
    snils_hash: person.snilsHash !== before.snilsHash,
  }
  return [...said].flatMap(([field, origin]) => (differs[field] ? [{ field, origin }] : []))
}

function changedRow(person: Person, changes: readonly PersonChange[], seal: Seal): string {
  const fields = new Set(changes.map((change) => change.field))
  const when = (field: PersonField, text: string): string => (fields.has(field) ? text : '\\N')
  const cells = [
    ...[person.id, when('surname', copyText(person.surname)), when('given_name', copyText(person.given))],
    ...[when('patronymic', copyText(person.patronymic)), when('given_name', copyText(person.givenKey))],
    ...[when('patronymic', copyText(person.patronymicKey)), when('birth_on', person.birthOn)],
    ...[when('sex', copyText(person.sex)), when('snils_hash', copyHex(person.snilsHash))],
    ...[when('snils_hash', seal(person.snils)), originsText(changes)],
  ]
  return `${cells.join('\t')}\n`
}

const originsText = (changes: readonly PersonChange[]): string =>
  copyText(
    JSON.stringify(Object.fromEntries(changes.map(({ field, origin }) => [field, [origin.sourceId, origin.row]]))),
  )
