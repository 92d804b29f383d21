import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { findOrganisation } from './organisations.repo.ts'

type Asked = { readonly db: ReadDb }
type Named = { readonly params: { readonly id: number } }

/** An organisation belongs to itself. */
export async function scopeOfOrganisation({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  const found = await findOrganisation(db, params.id)
  return found && { organisations: [found.id] }
}
