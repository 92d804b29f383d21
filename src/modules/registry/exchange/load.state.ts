import type { Keyring } from '../../../platform/secrets.ts'
import type { IdBlock } from './id.blocks.ts'
import type { PeopleIndex } from './people.index.ts'
import type { PeopleMatching } from './people.matching.ts'
import type { PositionsIndex } from './positions.index.ts'
import type { PersonCells } from './row.checker.ts'
import type { TakenRows } from './taken.rows.ts'
import type { ValueLists } from './value.lists.ts'

/**
 * What a load knows while it reads: the district as it was at the beginning, and what its rows have added since.
 */
export type LoadState = {
  readonly people: PeopleIndex
  readonly matching: PeopleMatching
  /** Of cells that mean nobody known: somebody who was erased at their request. */
  isErased(cells: PersonCells): boolean
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
  readonly taken: TakenRows
  readonly keyring: Keyring
  /** Keyed hash of a row, one character a byte. */
  hashRow(text: string): string
  /** Seals the cells of a row that is not taken. */
  seal(cells: string): Buffer
}
