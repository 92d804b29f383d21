import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import type { PersonCells } from '../exchange/row.checker.ts'
import { indexedKey } from '../exchange/text.keys.ts'

/** A name as it stood on a card; the day of birth in ISO. */
export type ErasedName = {
  readonly surname: string
  readonly givenName: string
  readonly patronymic: string | null
  readonly birthOn: string
}

/** Another use of the key than hashes of numbers: the two are never equal. */
const keyOf = (keyring: Keyring, text: string): string => keyring.hashText(`erased\u001f${text}`, 'hex')

const ofName = (keyring: Keyring, parts: readonly string[]): string => keyOf(keyring, parts.join('\u001f'))

/** Keyed hashes by which somebody is known again, in hexadecimal digits. `numbers`: digits of СНИЛС. */
export function erasedKeys(
  keyring: Keyring,
  { names, numbers }: { readonly names: readonly ErasedName[]; readonly numbers: readonly string[] },
): string[] {
  const ofNames = names.map(({ surname, givenName, patronymic, birthOn }) =>
    ofName(keyring, [indexedKey(surname), indexedKey(givenName), indexedKey(patronymic ?? ''), birthOn]),
  )
  return [...new Set([...ofNames, ...numbers.map((number) => keyOf(keyring, number))])]
}

export async function insertErased(tx: Tx, request: number, keys: readonly string[]): Promise<void> {
  await sql`insert into registry.erased_person (request_id, key_hashes)
    select ${request}, array(select decode(k, 'hex') from unnest(${[...keys]}::text[]) k)`.execute(tx)
}

/** Lets files bring back who was erased by a request; false where nothing stood in the way. */
export async function deleteErased(tx: Tx, request: number): Promise<boolean> {
  const { rows } = await sql`delete from registry.erased_person where request_id = ${request} returning 1`.execute(tx)
  return rows.length > 0
}

/** Whether a row speaks of somebody who was erased at their request. Asked of rows that mean nobody known. */
export async function erasedAmong(db: ReadDb, keyring: Keyring): Promise<(cells: PersonCells) => boolean> {
  const { rows } = await sql<{ key: string }>`
    select encode(k, 'hex') as key from registry.erased_person e, unnest(e.key_hashes) k`.execute(db)
  const keys = new Set(rows.map(({ key }) => key))
  // Nearly always there is nobody, and rows are many.
  if (keys.size === 0) return () => false
  return ({ snils, surname, given, patronymic, birth }) => {
    if (snils !== undefined && keys.has(keyOf(keyring, snils.key))) return true
    if (surname === undefined || given === undefined || birth === undefined) return false
    return keys.has(ofName(keyring, [surname.key, given.key, patronymic?.key ?? '', birth.key]))
  }
}
