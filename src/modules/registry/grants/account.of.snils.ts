import type { Services } from '../../../platform/services.ts'
import { openDistrictKey } from '../districts/district.creation.ts'
import { parseSnils } from '../exchange/snils.ts'

/**
 * The account of the person with this СНИЛС, in whichever districts they are known; nothing where there is none, or more than
 * one. Each district has a key of its own, so each is asked.
 */
export async function findAccountBySnils({ database, master }: Services, typed: string): Promise<number | undefined> {
  const snils = parseSnils(typed)
  if (snils === undefined) return undefined
  const districts = await database
    .reader(null)
    .selectFrom('registry.district')
    .select(['id', 'wrapped_key as wrappedKey'])
    .execute()
  const found = new Set<number>()
  for (const district of districts) {
    const rows = await database
      .reader(district.id)
      .selectFrom('registry.person as p')
      .innerJoin('registry.grant as g', 'g.person_id', 'p.id')
      .innerJoin('identity.account as a', 'a.id', 'g.account_id')
      .select('a.id')
      .distinct()
      .where('p.snils_hash', '=', openDistrictKey(master, district).hash(snils))
      .where('a.disabled_at', 'is', null)
      .execute()
    for (const { id } of rows) found.add(id)
  }
  const [only] = found
  return found.size === 1 ? only : undefined
}
