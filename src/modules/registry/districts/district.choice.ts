import type { Database } from '../../../platform/db/db.ts'

export type District = {
  readonly id: number
  readonly code: string
  readonly wrappedKey: Buffer
  readonly createdAt: Date
}

/** The district a command works for, or why that cannot be told. */
export type DistrictChoice =
  | { readonly is: 'found'; readonly district: District }
  | { readonly is: 'unknown' }
  | { readonly is: 'none' }
  | { readonly is: 'several'; readonly codes: readonly string[] }

/** The district of that code; without a code the only one that is not a demo. */
export async function chooseDistrict(database: Database, code: string | undefined): Promise<DistrictChoice> {
  const districts = await database
    .reader(null)
    .selectFrom('registry.district')
    .select(['id', 'code', 'demo', 'wrapped_key as wrappedKey', 'created_at as createdAt'])
    .orderBy('code')
    .execute()
  if (code !== undefined) {
    const district = districts.find((one) => one.code === code)
    return district === undefined ? { is: 'unknown' } : { is: 'found', district }
  }
  const [first, ...others] = districts.filter((district) => !district.demo)
  if (first === undefined) return { is: 'none' }
  return others.length > 0
    ? { is: 'several', codes: [first, ...others].map((one) => one.code) }
    : { is: 'found', district: first }
}
