import type { Keyring } from '../../../platform/secrets.ts'
import { type CopyLines, copyBytes, copyHex, copyText, createCopyLines } from './copy.text.ts'
import type { Origin, PeopleIndex, Person, PersonField } from './people.index.ts'

type PersonChange = { readonly field: PersonField; readonly origin: Origin }

/** COPY text: people the district does not have yet or whose values changed, and what else they are called. */
export type StagedPeople = { readonly people: Buffer; readonly surnames: Buffer }

/** The people brought since the last call, as they are now; what later rows say of them is a change. */
export function drainBrought(index: PeopleIndex, keyring: Keyring): StagedPeople {
  const people = createCopyLines()
  const surnames = createCopyLines()
  const seal = sealer(keyring)
  for (const person of index.drainBrought()) {
    people.add(broughtRow(person, seal))
    addSurnames(surnames, person)
  }
  return { people: people.drain(), surnames: surnames.drain() }
}

/** What the load has changed of people the database has. */
export function changedPeople(index: PeopleIndex, keyring: Keyring): StagedPeople {
  const people = createCopyLines()
  const surnames = createCopyLines()
  const seal = sealer(keyring)
  for (const person of index.all()) {
    if (person.before === undefined) continue
    const changes = finalChanges(person)
    if (changes.length > 0) people.add(changedRow(person, changes, seal))
    const { surnameKey, surnames: known } = person.before
    if (person.surnameKey !== surnameKey || person.surnameKeys.length > known) addSurnames(surnames, person)
  }
  return { people: people.drain(), surnames: surnames.drain() }
}

type Seal = (snils: string | undefined) => string

const sealer =
  (keyring: Keyring): Seal =>
  (snils) =>
    copyBytes(snils === undefined ? undefined : keyring.seal(Buffer.from(snils), 'snils'))

/** What a person is found by beside the surname they have now; some of it may be stored. */
function addSurnames(lines: CopyLines, { id, surnameKey, surnameKeys }: Person): void {
  for (const key of surnameKeys) if (key !== surnameKey) lines.add(`${id}\t${copyText(key)}\n`)
}

function broughtRow(person: Person, seal: Seal): string {
  const { broughtBy, said } = person
  const origins = said === undefined ? '\\N' : originsText([...said].map(([field, origin]) => ({ field, origin })))
  // One after the other and not as a list of cells: this is done for everybody a load brings.
  const name = `${copyText(person.surname)}\t${copyText(person.given)}\t${copyText(person.patronymic || null)}`
  const keys = `${copyText(person.surnameKey)}\t${copyText(person.givenKey)}\t${copyText(person.patronymicKey)}`
  const number = `${copyHex(person.snilsHash)}\t${seal(person.snils)}`
  const source = `${copyText(broughtBy?.sourceId)}\t${copyText(broughtBy?.row)}\t${origins}`
  const { id, birthOn, sex } = person
  return `${id}\t${name}\t${keys}\t${birthOn}\t${copyText(sex || null)}\t${number}\t${source}\n`
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
    ...[when('patronymic', copyText(person.patronymic)), when('surname', copyText(person.surnameKey))],
    ...[when('given_name', copyText(person.givenKey)), when('patronymic', copyText(person.patronymicKey))],
    ...[
      when('birth_on', person.birthOn),
      when('sex', copyText(person.sex)),
      when('snils_hash', copyHex(person.snilsHash)),
    ],
    ...[when('snils_hash', seal(person.snils)), originsText(changes)],
  ]
  return `${cells.join('\t')}\n`
}

const originsText = (changes: readonly PersonChange[]): string =>
  copyText(
    JSON.stringify(Object.fromEntries(changes.map(({ field, origin }) => [field, [origin.sourceId, origin.row]]))),
  )
