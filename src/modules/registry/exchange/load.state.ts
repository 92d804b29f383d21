import type { IdBlock } from './id.blocks.ts'
import type { PeopleIndex } from './people.index.ts'
import type { PeopleMatching } from './people.matching.ts'
import type { PositionsIndex } from './positions.index.ts'
import type { ValueLists } from './value.lists.ts'

/** The people a row was given when it was taken. */
export type TakenRow = { readonly hash: string; readonly people: readonly number[] }

/**
 * What a load knows while it reads: the district as it was at the beginning, and what its rows have added since.
 * Nothing of it is in the database before the load takes effect.
 */
export type LoadState = {
  readonly people: PeopleIndex
  readonly matching: PeopleMatching
  readonly lists: ValueLists
  readonly positions: PositionsIndex
  /** Ids by code key: organisations, events, communities … */
  codes(of: string): Map<string, number>
  readonly ids: {
    readonly person: IdBlock
    readonly value: IdBlock
    readonly position: IdBlock
    /** For tables whose records others name by code. */
    record(of: string): IdBlock
  }
  /** By row hash, the people it was given. */
  readonly takenBefore: ReadonlyMap<string, readonly number[]>
  readonly takenNow: TakenRow[]
  /** Keyed hash of a row. */
  hashRow(text: string): string
  /** Seals the cells of a row that is not taken. */
  seal(cells: string): Buffer
}
