import type { Reach } from '../../../platform/access/access.ts'
import type { Tx } from '../../../platform/db/db.ts'
import { type FieldFault, Refusal } from '../../../platform/errors.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { parseSnils } from '../exchange/snils.ts'
import { indexedKey } from '../exchange/text.keys.ts'
import { changesOf, refuseFaults } from './changes.ts'
import { employmentFaults, insertChecked } from './employments.service.ts'
import type { NewPerson, PersonChange } from './people.contract.ts'
import * as repo from './people.repo.ts'
import { nameColumns } from './person.identity.ts'

/** What a change by hand needs to know beside what is changed. */
export type ByHand = { readonly key: Keyring; readonly today: string }

/** Adds somebody nobody knew; answers with the ids of the person and of the employment. */
export async function createPerson(
  tx: Tx,
  { employment, snils, ...typed }: NewPerson,
  { key, today, reach }: ByHand & { readonly reach: Reach },
): Promise<{ person: number; employment: number | null }> {
  await repo.holdPeople(tx)
  const number = await sealSnils(tx, key, snils)
  const faults = [...number.faults, ...birthFaults(typed.birthOn, today)]
  if (employment !== null) faults.push(...(await employmentFaults(tx, employment, { reach, at: 'employment.' })))
  else if (!reach.district) faults.push({ in: 'body', path: 'employment', code: 'required' })
  refuseFaults(faults)
  const columns = { ...nameColumns(typed), birth_on: typed.birthOn, sex: typed.sex, ...number.columns }
  await refuseNamesake(tx, columns)
  const person = await repo.insertPerson(tx, columns)
  if (employment === null) return { person, employment: null }
  return { person, employment: await insertChecked(tx, person, employment) }
}

/** Corrects what is named; answers with the columns that changed. */
export async function changePerson(
  tx: Tx,
  id: number,
  version: number,
  { snils, ...typed }: PersonChange,
  { key, today }: ByHand,
): Promise<readonly string[]> {
  await repo.holdPeople(tx)
  const before = await repo.findPersonRow(tx, id)
  if (before === undefined) throw new Refusal('not_found', 'not_found')
  const number = snils === undefined ? undefined : await sealSnils(tx, key, snils, id)
  refuseFaults([...(number?.faults ?? []), ...birthFaults(typed.birthOn, today)])
  const names = nameColumns({
    surname: typed.surname ?? before.surname,
    givenName: typed.givenName ?? before.given_name,
    patronymic: typed.patronymic === undefined ? before.patronymic : typed.patronymic,
  })
  const { version: _, ...old } = before
  const after: repo.PersonColumns = {
    ...old,
    ...names,
    birth_on: typed.birthOn ?? old.birth_on,
    sex: typed.sex === undefined ? old.sex : typed.sex,
    ...number?.columns,
  }
  const change = changesOf(old, after)
  // Sealing the same number twice gives two texts; its hash tells.
  if (change.snils_hash === undefined) delete change.sealed_snils
  if (IDENTIFYING.some((column) => column in change)) await refuseNamesake(tx, after, id)
  if (!(await repo.updatePerson(tx, id, version, change))) throw new Refusal('version_conflict', 'version_conflict')
  const oldKey = old.surname_key ?? indexedKey(old.surname)
  if (oldKey !== names.surname_key) await repo.addSurname(tx, id, oldKey)
  if (change.birth_on !== undefined) await repo.rebuildSpans(tx, [id])
  return Object.keys(change)
}

/** What a row of a file is matched by. */
const IDENTIFYING = ['surname', 'given_key', 'patronymic_key', 'birth_on', 'snils_hash'] as const

type Sealed = {
  readonly faults: FieldFault[]
  readonly columns: Pick<repo.PersonColumns, 'snils_hash' | 'sealed_snils'>
}

const NO_NUMBER = { snils_hash: null, sealed_snils: null }

/** A typed number as it is stored; `owner` may have it already. */
async function sealSnils(tx: Tx, key: Keyring, typed: string | null, owner?: number): Promise<Sealed> {
  const fault = (code: string): Sealed => ({ faults: [{ in: 'body', path: 'snils', code }], columns: NO_NUMBER })
  if (typed === null) return { faults: [], columns: NO_NUMBER }
  const snils = parseSnils(typed)
  if (snils === undefined) return fault('snils_wrong')
  const hash = key.hash(snils)
  const known = await repo.findBySnils(tx, hash)
  if (known !== undefined && known !== owner) return fault('snils_taken')
  return { faults: [], columns: { snils_hash: hash, sealed_snils: key.seal(Buffer.from(snils), 'snils') } }
}

function birthFaults(birthOn: string | undefined, today: string): FieldFault[] {
  return birthOn !== undefined && birthOn > today ? [{ in: 'body', path: 'birthOn', code: 'in_future' }] : []
}

/**
 * Two people of one name and birth date are told apart by their numbers alone: without them every row of a file that
 * means one of the two would be refused.
 */
export async function refuseNamesake(tx: Tx, person: repo.PersonColumns, self?: number): Promise<void> {
  const namesakes = await repo.findNamesakes(tx, person)
  const isAmbiguous = namesakes.some(
    (other) => other.id !== self && (other.snils_hash === null || person.snils_hash === null),
  )
  if (isAmbiguous) throw new Refusal('conflict', 'person_known')
}
