import { z } from 'zod'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { KEPT_CELLS } from './kept.cells.ts'

export type KeptSheet = { readonly id: number; readonly file: string; readonly sheet: string | null }

const Kept = z.array(z.tuple([z.int(), z.array(z.tuple([z.string(), z.string(), z.string()]))]))

/** The sheets of a load in which something was set right. */
export async function findKeptSheets(db: ReadDb, load: number): Promise<KeptSheet[]> {
  return await db
    .selectFrom('registry.source as s')
    .select(['s.id', 's.file', 's.sheet'])
    .where('s.load_id', '=', load)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('registry.kept_cells as k')
          .select('k.id')
          .whereRef('k.tenant_id', '=', 's.tenant_id')
          .whereRef('k.source_id', '=', 's.id'),
      ),
    )
    .orderBy('s.id')
    .execute()
}

export type OpenedCells = {
  readonly row: number
  readonly cells: readonly { readonly column: string; readonly code: string; readonly text: string }[]
}

/** The next batch of rows of a sheet behind a row, opened, and whether there are more. */
export async function findKeptCells(
  db: ReadDb,
  source: number,
  after: number,
  keyring: Keyring,
): Promise<{ readonly rows: readonly OpenedCells[]; readonly next: number | null }> {
  const [batch, more] = await db
    .selectFrom('registry.kept_cells')
    .select(['last_row as last', 'sealed_cells as sealed'])
    .where('source_id', '=', source)
    .where('last_row', '>', after)
    .orderBy('first_row')
    .limit(2)
    .execute()
  if (batch === undefined) return { rows: [], next: null }
  const opened = Kept.parse(JSON.parse(keyring.open(batch.sealed, KEPT_CELLS).toString()))
  const rows = opened
    .filter(([row]) => row > after)
    .map(([row, cells]) => ({ row, cells: cells.map(([column, code, text]) => ({ column, code, text })) }))
  return { rows, next: more === undefined ? null : batch.last }
}
