import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Source } from '../register/documents.repo.ts'
import type { LEARNING_FORMS, LEARNING_KINDS } from './deeds.kinds.contract.ts'
import type { Same } from './elsewhere.contract.ts'

/** Learning as its document says. */
type Learning = {
  readonly kind: (typeof LEARNING_KINDS)[number]
  readonly form: (typeof LEARNING_FORMS)[number]
  readonly programme: string
  readonly provider: string
  readonly hours: number
  readonly startsOn: string
  readonly endsOn: string
  readonly number: string
}

type Sought = Pick<Learning, 'programme' | 'provider' | 'startsOn' | 'endsOn' | 'number'>

/** What a document of the district was given for, and to whom. */
type Given = { readonly source: Source; readonly person: number }

/** Learning as a document of the district says. */
type Says = Pick<Learning, 'programme' | 'hours' | 'startsOn' | 'endsOn' | 'number'>

/** Where learning is on record, whoever told of it: a later module keeps it. */
export type LearningBook = {
  /** With the same number, or of the same programme, provider and days. */
  readonly findSame: (db: ReadDb, people: readonly number[], sought: Sought) => Promise<readonly Omit<Same, 'where'>[]>
  /** From here on it counts; null where a file has told of it before, and it counts already. */
  readonly enter: (tx: Tx, person: number, learning: Learning) => Promise<number | null>
  /** It counts no more; what a file has told of since stays. */
  readonly strike: (tx: Tx, id: number) => Promise<void>
  /** A document of the district was revoked: the learning it stood for counts no more. */
  readonly revoke: (tx: Tx, given: Given) => Promise<void>
  /** A document was given anew: what it stands for counts again, as it says now. */
  readonly restore: (tx: Tx, given: Given, says: Says) => Promise<void>
}
