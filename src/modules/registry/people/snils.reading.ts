import type { CommandContext } from '../../../platform/http/route.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { findDistrictKey } from '../districts/district.key.ts'
import { parseSnils } from '../exchange/snils.ts'
import { printSnils } from './person.telling.ts'

/** The whole СНИЛС of a person of the district, for whoever has answered for seeing it; null where none is on record. */
export async function findSnils(
  { tx, tenant, services }: Pick<CommandContext, 'tx' | 'tenant' | 'services'>,
  person: number,
): Promise<string | null> {
  const row = await tx.selectFrom('registry.person').select('sealed_snils').where('id', '=', person).executeTakeFirst()
  if (tenant === null || row === undefined || row.sealed_snils === null) return null
  const key = await findDistrictKey(tx, services.master, tenant)
  return printSnils(key.open(row.sealed_snils, 'snils').toString())
}

/** A sealed СНИЛС as it is printed; null where there is none, or its check digits are wrong. */
export function readSnils(key: Keyring, sealed: Buffer | null): string | null {
  const digits = sealed === null ? undefined : parseSnils(key.open(sealed, 'snils').toString())
  return digits === undefined ? null : printSnils(digits)
}
