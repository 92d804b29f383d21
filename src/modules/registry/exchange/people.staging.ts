import type { Keyring } from '../../../platform/secrets.ts'
import { copyBytes, copyHex, copyText } from './copy.text.ts'
import type { Origin, PeopleIndex, Person, PersonField } from './people.index.ts'

type PersonChange = { readonly field: PersonField; readonly origin: Origin }

/** COPY text: people the district does not have yet or whose values changed, and surnames it does not have of them. */
export type StagedPeople = { readonly people: string; readonly surnames: string }

/** The people brought since the last call, as they are now; what later rows say of them is a change. */
export function drainBrought(index: PeopleIndex, keyring: Keyring): StagedPeople {
  const seal = sealer(keyring)
  let people = ''
  let surnames = ''
  for (const person of index.drainBrought()) {
    const [first, ...others] = person.surnameKeys
    people += broughtRow(person, copyText(first), seal)
    for (const key of others) surnames += surnameRow(person, key)
  }
  return { people, surnames }
}

/** What the load has changed of people the database has. */
export function changedPeople(index: PeopleIndex, keyring: Keyring): StagedPeople {
  const seal = sealer(keyring)
  let people = ''
  let surnames = ''
  for (const person of index.all()) {
    if (person.before === undefined) continue
    const changes = finalChanges(person)
    if (changes.length > 0) people += changedRow(person, changes, seal)
    for (const key of person.surnameKeys.slice(person.before.surnames)) surnames += surnameRow(person, key)
  }
  return { people, surnames }
}

type Seal = (snils: string | undefined) => string

const sealer =
  (keyring: Keyring): Seal =>
  (snils) =>
    copyBytes(snils === undefined ? undefined : keyring.seal(Buffer.from(snils), 'snils'))

const surnameRow = (person: Person, key: string): string => `${person.id}\t${copyText(key)}\n`

function broughtRow(person: Person, surnameKey: string, seal: Seal): string {
  const { broughtBy, said } = person
  const cells = [
    ...[person.id, copyText(person.surname), copyText(person.given), copyText(person.patronymic || null)],
    ...[copyText(person.givenKey), copyText(person.patronymicKey), person.birthOn, copyText(person.sex || null)],
    ...[copyHex(person.snilsHash), seal(person.snils), copyText(broughtBy?.sourceId), copyText(broughtBy?.row)],
    said === undefined ? '\\N' : originsText([...said].map(([field, origin]) => ({ field, origin }))),
    surnameKey,
  ]
  return `${cells.join('\t')}\n`
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
