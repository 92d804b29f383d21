import type { Reach } from '../../platform/access/access.ts'
import type { Tenant } from '../../platform/db/db.ts'
import { Refusal } from '../../platform/errors.ts'

/** Organisations a figure is limited to; undefined means the whole district. */
export const within = (reach: Reach): readonly number[] | undefined =>
  reach.district ? undefined : reach.organisations

/** The district figures are counted for; an account with several chooses one first. */
export function requireTenant(tenant: Tenant): number {
  if (tenant === null) throw new Refusal('not_found', 'district_not_chosen')
  return tenant
}
