import type { LoadResult, SheetResult, UnreadFile } from './load.answer.ts'
import { MERGE_COMMON, MERGE_TRACES, mergeSheet, type StagedSheet, untouchedAmong } from './merge.sql.ts'
import type { SheetTally } from './sheet.intake.ts'
import type { Staging } from './staging.ts'

/** Something rows are matched with was changed by others while the load read: what it found may be wrong now. */
export class MatchingChanged extends Error {
  constructor() {
    super('people, codes or lists were changed while the load read')
    this.name = 'MatchingChanged'
  }
}

export type ReadSheet = StagedSheet & {
  readonly file: string
  readonly name: string | null
  readonly headers: readonly string[]
  readonly ignored: readonly string[]
  readonly tally: SheetTally
}

export type Effect = {
  readonly loadId: number
  /** The revision before anything was read. */
  readonly revision: number
  readonly sheets: readonly ReadSheet[]
  readonly unread: readonly UnreadFile[]
}

/** One transaction: all that is staged stands afterwards, or nothing. Faults: MatchingChanged. */
export async function takeEffect(staging: Staging, effect: Effect): Promise<LoadResult> {
  await staging.run('begin')
  try {
    const result = await merge(staging, effect)
    await staging.run('commit')
    return result
  } catch (error) {
    await staging.run('rollback')
    throw error
  }
}

/** The revision as it stands; 0 before the first change. */
export async function readRevision(staging: Staging, lock = ''): Promise<number> {
  const [row] = await staging.run<{ revision: number }>(`select revision from registry.matching_revision ${lock}`)
  return row?.revision ?? 0
}

async function merge(staging: Staging, { loadId, revision, sheets, unread }: Effect): Promise<LoadResult> {
  // Whoever changes people waits from here until the end; whoever did so before us is seen.
  if ((await readRevision(staging, 'for update')) !== revision) throw new MatchingChanged()
  for (const { sourceId, file, name, headers } of sheets) {
    await staging.run(
      `insert into registry.source (id, load_id, file, sheet, headers) overriding system value
        values ($1, $2, $3, $4, $5)`,
      [sourceId, loadId, file, name, headers],
    )
  }
  for (const statement of MERGE_COMMON) await staging.run(statement)
  const files: SheetResult[] = []
  for (const sheet of sheets) files.push(await mergeOne(staging, sheet))
  for (const statement of MERGE_TRACES) await staging.run(statement)
  await rebuildSpans(staging)
  const result: LoadResult = { files, unread }
  await staging.run(
    `update registry.load set state = 'done', finished_at = now(), fault = null, rows_read = $2, rows_total = $2,
      answer = $3 where id = $1`,
    [loadId, files.reduce((sum, file) => sum + file.rows, 0), JSON.stringify(result)],
  )
  return result
}

async function mergeOne(staging: Staging, sheet: ReadSheet): Promise<SheetResult> {
  const { tally } = sheet
  const [merged] = await staging.run<{ added: number; changed: number }>(mergeSheet(sheet))
  const { added, changed } = merged ?? { added: 0, changed: 0 }
  const rows = tally.changedPeople
  const [alone] = rows.length === 0 ? [] : await staging.run<{ rows: number }>(untouchedAmong(sheet), [rows])
  const updated = changed + (alone?.rows ?? 0)
  return {
    file: sheet.file,
    sheet: sheet.name,
    rows: tally.rows,
    accepted: tally.accepted,
    updated,
    unchanged: tally.accepted - added - updated,
    duplicates: tally.duplicates.length,
    duplicateRows: tally.duplicates,
    rejected: tally.rejected,
    warnings: tally.unclassified.map((row) => ({ row, code: 'position_unclassified' })),
    ignoredColumns: sheet.ignored,
  }
}

/** Of most of the district at once it is quicker to rebuild all. */
async function rebuildSpans(staging: Staging): Promise<void> {
  const [touched] = await staging.run<{ people: number[]; all: number }>(
    `select array(select distinct person_id from load_touched) as people,
      (select count(distinct person_id) from registry.employment) as all`,
  )
  if (touched === undefined || touched.people.length === 0) return
  const people = touched.people.length * 2 > touched.all ? null : touched.people
  await staging.run('select registry.rebuild_spans($1::bigint[])', [people])
}
