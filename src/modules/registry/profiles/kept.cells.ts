import type { Keyring } from '../../../platform/secrets.ts'
import type { Connection } from '../exchange/staging.ts'
import type { KeptRow } from './remarks.ts'

/** What the seal is for. */
export const KEPT_CELLS = 'kept_cells'

/** Rows that are sealed together: read as a page, never one by one. */
const ROWS_AT_ONCE = 500

export type SealedRows = { readonly first: number; readonly last: number; readonly sealed: Buffer }

/** Cells as they were before they were set right, sealed by the hundred. */
export function sealKept(keyring: Keyring, rows: readonly KeptRow[]): readonly SealedRows[] {
  const sealed: SealedRows[] = []
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    const text = JSON.stringify(
      some.map(({ row, cells }) => [row, cells.map(({ column, code, text }) => [column, code, text])]),
    )
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
