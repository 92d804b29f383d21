import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { MyLearning, Same } from './elsewhere.contract.ts'

/** What is told of learning. */
export type Told = Pick<
  MyLearning,
  'kind' | 'form' | 'programme' | 'provider' | 'hours' | 'startsOn' | 'endsOn' | 'number'
>

/** What somebody may be told to be on record already. */
export type Sought = Pick<Told, 'programme' | 'provider' | 'startsOn' | 'endsOn' | 'number'>

/** Where learning is on record, whoever told of it: a later module keeps it. */
export type LearningBook = {
  /** With the same number, or of the same programme, provider and days. */
  readonly findSame: (db: ReadDb, people: readonly number[], sought: Sought) => Promise<readonly Omit<Same, 'where'>[]>
  /** From here on it counts; null where a file has told of it before, and it counts already. */
  readonly enter: (tx: Tx, person: number, told: Told) => Promise<number | null>
  /** It counts no more; what a file has told of since stays. */
  readonly strike: (tx: Tx, id: number) => Promise<void>
}
