import type { ReadDb } from '../../../platform/db/db.ts'
import type { Work } from './claims.contract.ts'

/** What a later module knows that people did beyond their lessons: it is claimed without typing it again. */
export type WorkOnRecord = {
  /** What it is kept by: `event`. */
  readonly kind: string
  /** From this day on, the latest first. */
  readonly find: (db: ReadDb, people: readonly number[], since: string) => Promise<readonly Work[]>
}
