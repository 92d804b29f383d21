import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { hasGrantHere } from './grants.repo.ts'

/** An account belongs to the district while it has a grant there. */
export const itself = async (
  { db }: { db: ReadDb },
  { params }: { params: { id: number } },
): Promise<Scope | undefined> => ((await hasGrantHere(db, params.id)) ? 'district' : undefined)
