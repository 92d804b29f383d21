import type { Keyring } from '../../../platform/secrets.ts'
import { copyBytes, copyHash, copyText } from './copy.text.ts'
import type { LoadState } from './load.state.ts'
import type { Origin, Person, PersonField } from './people.index.ts'
import type { Staging } from './staging.ts'

const ROWS_AT_ONCE = 5_000

type PersonChange = { readonly field: PersonField; readonly origin: Origin }

/** Stages the people this load brings or changes. */
export async function stagePeople(state: LoadState, keyring: Keyring, staging: Staging): Promise<void> {
  const seal = (snils: string | undefined): string =>
    copyBytes(snils === undefined ? undefined : keyring.seal(Buffer.from(snils), 'snils'))
  const out = tableWriter(staging)
  for (const person of state.people.all()) {
    if (person.broughtBy !== undefined) {
      await out.add('load_person', newRow(person, person.broughtBy, seal))
      for (const key of person.surnameKeys) await out.add('load_surname', `${person.id}\t${copyText(key)}\n`)
    } else if (person.changes !== undefined) {
      const changes = finalChanges(person)
      if (changes.length > 0) await out.add('load_person_change', changedRow(person, changes, seal))
      for (const key of person.surnameKeys.slice(person.changes.before.surnames)) {
        await out.add('load_surname', `${person.id}\t${copyText(key)}\n`)
      }
    }
  }
  await out.flush()
}

const COLUMNS = {
  load_person: [
    ...['id', 'surname', 'given_name', 'patronymic', 'given_key', 'patronymic_key', 'birth_on', 'sex'],
    ...['snils_hash', 'sealed_snils', 'source_id', 'source_row'],
  ],
  load_person_change: [
    ...['id', 'surname', 'given_name', 'patronymic', 'given_key', 'patronymic_key', 'birth_on', 'sex'],
    ...['snils_hash', 'sealed_snils', 'origins'],
  ],
  load_surname: ['person_id', 'key'],
} as const

type Table = keyof typeof COLUMNS

function tableWriter(staging: Staging) {
  const waiting: Record<Table, string[]> = { load_person: [], load_person_change: [], load_surname: [] }
  async function flush(table: Table): Promise<void> {
    const text = waiting[table].join('')
    waiting[table] = []
    await staging.append(table, COLUMNS[table], text)
  }
  return {
    async add(table: Table, line: string): Promise<void> {
      if (waiting[table].push(line) >= ROWS_AT_ONCE) await flush(table)
    },
    async flush(): Promise<void> {
      await flush('load_person')
      await flush('load_person_change')
      await flush('load_surname')
      await staging.settle()
    },
  }
}

type Seal = (snils: string | undefined) => string

function newRow(person: Person, { sourceId, row }: Origin, seal: Seal): string {
  const cells = [
    ...[person.id, copyText(person.surname), copyText(person.given), copyText(person.patronymic || null)],
    ...[copyText(person.givenKey), copyText(person.patronymicKey), person.birthOn, copyText(person.sex || null)],
    ...[copyHash(person.snilsHash), seal(person.snils), sourceId, row],
  ]
  return `${cells.join('\t')}\n`
}

/** What differs from before the load: a name changed there and back again is no change. */
function finalChanges(person: Person): PersonChange[] {
  const { before, said } = person.changes ?? {}
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
  const origins = Object.fromEntries(changes.map(({ field, origin }) => [field, [origin.sourceId, origin.row]]))
  const cells = [
    ...[person.id, when('surname', copyText(person.surname)), when('given_name', copyText(person.given))],
    ...[when('patronymic', copyText(person.patronymic)), when('given_name', copyText(person.givenKey))],
    ...[when('patronymic', copyText(person.patronymicKey)), when('birth_on', person.birthOn)],
    ...[when('sex', copyText(person.sex)), when('snils_hash', copyHash(person.snilsHash))],
    ...[when('snils_hash', seal(person.snils)), copyText(JSON.stringify(origins))],
  ]
  return `${cells.join('\t')}\n`
}
