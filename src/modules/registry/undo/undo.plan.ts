import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import type { Connection } from '../exchange/staging.ts'
import type { FactHolder } from './fact.holder.ts'
import { findFamily, findObstacles, isMine, MINE, type Obstacle } from './undo.obstacles.ts'
import { goingTables } from './undo.references.ts'

/** How many records of a table. */
export type Amount = { readonly what: string; readonly count: number }

export type UndoPlan = {
  /** Records that go. */
  readonly removed: readonly Amount[]
  /** Records that get earlier values back. */
  readonly restored: readonly Amount[]
  /** Rows that were not taken and need not be mended any more, and rows of other loads that have to be again. */
  readonly forgotten: number
  readonly waiting: number
  readonly obstacles: readonly Obstacle[]
}

export type UndoSources = { readonly sheets: readonly SheetDeclaration[]; readonly holders: readonly FactHolder[] }

/** What taking a load back would do, and what stands in the way; changes nothing. */
export async function planUndo(run: Connection['run'], load: number, sources: UndoSources): Promise<UndoPlan> {
  const family = await findFamily(run, load)
  const obstacles = await findObstacles(run, family, sources)
  return { ...(await countUndo(run, family, sources.sheets)), obstacles }
}

/** What belongs to the loads. */
export async function countUndo(
  run: Connection['run'],
  family: readonly number[],
  sheets: readonly SheetDeclaration[],
): Promise<Omit<UndoPlan, 'obstacles'>> {
  const counts = goingTables(sheets).map(
    (table) => `select '${table}' as what,
      (select count(*)::int from ${table} where source_id in (${MINE})) as removed,
      (select count(distinct t.id)::int from registry.load_image i
        join ${table} t on t.tenant_id = i.tenant_id and t.id = i.object_id
        where i.load_id = any ($1::bigint[]) and i.target = '${table}' and not ${isMine('t.source_id')}) as restored`,
  )
  const rows = await run<{ what: string; removed: number; restored: number }>(counts.join('\nunion all\n'), [family])
  const [left] = await run<{ forgotten: number; waiting: number }>(
    `select (select count(*)::int from registry.faulty_row where source_id in (${MINE})
        and waits) as forgotten,
      (select count(*)::int from registry.faulty_row
        where mended_by = any ($1::bigint[]) and source_id not in (${MINE}) and left_out_at is null and overtaken_by is null)
      + (select count(*)::int from registry.faulty_row n
        join registry.faulty_row f on f.tenant_id = n.tenant_id and f.overtaken_by = n.id
        where n.source_id in (${MINE}) and n.overtaken_by is null and f.mended_at is null and f.left_out_at is null
      ) as waiting`,
    [family],
  )
  const amounts = (of: 'removed' | 'restored'): Amount[] =>
    rows.flatMap((row) => (row[of] === 0 ? [] : [{ what: row.what, count: row[of] }])).reverse()
  return { removed: amounts('removed'), restored: amounts('restored'), ...(left ?? { forgotten: 0, waiting: 0 }) }
}
