import type { Keyring } from '../../../platform/secrets.ts'
import type { Connection } from '../exchange/staging.ts'
import type { RemarkCode } from './remarks.ts'

/** What the seal is for. */
export const KEPT_CELLS = 'kept_cells'

/** A row something was set right in: as JSON, `[row, [[column, code, the cell as it was], …]]`. */
export type KeptRow = { readonly row: number; readonly text: string }

export type KeptCells = {
  /** A cell of the row that is being set right. */
  add(column: string, code: RemarkCode, text: string): void
  endRow(row: number): void
  /** What was kept since the last call. */
  drain(): readonly KeptRow[]
}

/** Written down at once: a million small objects would only be made to be written down together later. */
export function createKeptCells(): KeptCells {
  const begun = new Map<string, Map<RemarkCode, string>>()
  let cells = ''
  let rows: KeptRow[] = []
  const beginning = (column: string, code: RemarkCode): string => {
    const codes = begun.get(column) ?? new Map<RemarkCode, string>()
    const known = codes.get(code)
    if (known !== undefined) return known
    const text = `${JSON.stringify([column, code]).slice(0, -1)},`
    begun.set(column, codes.set(code, text))
    return text
  }
  return {
    add(column, code, text) {
      cells += `${cells === '' ? '' : ','}${beginning(column, code)}${JSON.stringify(text)}]`
    },
    endRow(row) {
      if (cells === '') return
      rows.push({ row, text: `[${row},[${cells}]]` })
      cells = ''
    },
    drain() {
      const drained = rows
      rows = []
      return drained
    },
  }
}

/** Rows that are sealed together: read as a page, never one by one. */
const ROWS_AT_ONCE = 500

export type SealedRows = { readonly first: number; readonly last: number; readonly sealed: Buffer }

/** Cells as they were before they were set right, sealed by the hundred. */
export function sealKept(keyring: Keyring, rows: readonly KeptRow[]): readonly SealedRows[] {
  const sealed: SealedRows[] = []
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    const text = `[${some.map((row) => row.text).join(',')}]`
    const [first = { row: 0 }] = some
    sealed.push({ first: first.row, last: some.at(-1)?.row ?? 0, sealed: keyring.seal(Buffer.from(text), KEPT_CELLS) })
  }
  return sealed
}

export async function storeKept(connection: Connection, sourceId: number, rows: readonly SealedRows[]): Promise<void> {
  if (rows.length === 0) return
  await connection.run(
    `insert into registry.kept_cells (source_id, first_row, last_row, sealed_cells)
      select $1, * from unnest($2::int[], $3::int[], $4::bytea[])`,
    [sourceId, rows.map(({ first }) => first), rows.map(({ last }) => last), rows.map(({ sealed }) => sealed)],
  )
}
