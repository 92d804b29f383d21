import { type Kysely, sql } from 'kysely'
import { type Database, type DB, sqlState } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { dayOf, type ToldFile, toldOfFiles } from '../loads/file.day.ts'
import { FileRefused, type FoundSheet, type ReadFile, readFile } from './file.reading.ts'
import type { LoadResult, SheetResult, UnreadFile } from './load.answer.ts'
import {
  changePeople,
  claimMatching,
  drawConclusions,
  finishLoad,
  inEffect,
  MatchingChanged,
  readRevision,
} from './load.effect.ts'
import { type LoadFile, nameKey, sortFiles } from './load.files.ts'
import { type LoadProgress, type Progress, progressOf } from './load.progress.ts'
import type { LoadState } from './load.state.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'
import { takeSheet } from './sheet.taking.ts'
import { createStaging, type Staging } from './staging.ts'
import { type DrawIds, loadState } from './state.loading.ts'

export type LoadTask = {
  readonly database: Database
  readonly tenant: number
  readonly keyring: Keyring
  readonly loadId: number
  readonly sheets: readonly SheetDeclaration[]
  readonly files: readonly LoadFile[]
  /** Rows that come from no file of this load, in the order in which they load. */
  readonly typed?: readonly TypedSheet[]
  /** How files are read: as exchange.md says, or through a profile. */
  readonly read?: ReadFile
  /** Files that were looked into and not recognised. */
  readonly unread?: readonly UnreadFile[]
  readonly onProgress?: (progress: LoadProgress) => Promise<void> | void
  /** What belongs to the load beside its files, in its transaction; answers with people whose places of work it changed. */
  readonly alongWith?: (run: Staging['run']) => Promise<readonly number[]>
  /** Whether what somebody saw of the load before is still so; asked when no other load is under way. */
  readonly stillHolds?: (run: Staging['run']) => Promise<boolean>
}

/** Rows typed in by hand, under the name of the file and with the numbers of the rows they stand for. */
export type TypedSheet = FoundSheet & { readonly file: string }

/** Something has changed since somebody looked what the load would do. */
export class ComparisonStale extends Error {
  constructor() {
    super('the load was compared with what is no longer so')
    this.name = 'ComparisonStale'
  }
}

/** Any number that nothing else locks with; together with the tenant it admits one load at a time. */
export const LOAD_LOCK = 7_301_954
const TRIES = 4
/** Serialization, deadlock, and a record that somebody added by hand while it was read. */
const REPEATABLE = new Set(['40001', '40P01', '23505'])

/**
 * Loads files into a district in one transaction on a connection of its own: what is read is merged while the next rows
 * are read, and all of it takes effect at the end. Killed at any moment it leaves nothing behind and may simply run again; a load that is done answers
 * what it answered. Loads of one district wait for each other.
 */
export async function runLoad(task: LoadTask): Promise<LoadResult> {
  return await oneAtATime(task, async (staging, db) => {
    const load = await db
      .selectFrom('registry.load')
      .select(['state', 'answer'])
      .where('id', '=', task.loadId)
      .executeTakeFirstOrThrow()
    if (load.state === 'done') return load.answer as unknown as LoadResult
    return await untilItStands((refused) => attempt(task, staging, db, refused))
  })
}

/** On a connection of its own, when no other load of the district is under way. */
export async function oneAtATime<T>(
  { database, tenant }: Pick<LoadTask, 'database' | 'tenant'>,
  run: (staging: Staging, db: Kysely<DB>) => Promise<T>,
): Promise<T> {
  return await database.dedicated(tenant, async (client, db) => {
    const staging = createStaging(client)
    await staging.run('set lock_timeout = 0')
    await staging.run('select pg_advisory_lock($1, $2)', [LOAD_LOCK, tenant])
    await staging.run("set lock_timeout = '30s'")
    return await run(staging, db)
  })
}

/** A file found to be unreadable midway, or people changed by hand meanwhile, make the load begin anew. */
export async function untilItStands<T>(attempt: (refused: readonly UnreadFile[]) => Promise<T>): Promise<T> {
  const refused: UnreadFile[] = []
  for (let tries = 1; ; ) {
    try {
      return await attempt(refused)
    } catch (error) {
      if (error instanceof FileRefused) refused.push(error.unread)
      else if (tries++ === TRIES || !isRepeatable(error)) throw error
    }
  }
}

const isRepeatable = (error: unknown): boolean =>
  error instanceof MatchingChanged || REPEATABLE.has(sqlState(error) ?? '')

async function attempt(
  task: LoadTask,
  staging: Staging,
  db: Kysely<DB>,
  refused: readonly UnreadFile[],
): Promise<LoadResult> {
  const { loadId, keyring } = task
  const progress = progressOf(task, 'take')
  return await inEffect(staging, async () => {
    if ((await task.stillHolds?.(staging.run)) === false) throw new ComparisonStale()
    const { state, revision, result, touched, rows } = await takeFiles(task, staging, db, { refused, progress })
    await progress.report('people', null, rows)
    await claimMatching(staging, revision)
    touched.set('registry.person', await changePeople(staging, loadId, state, keyring))
    const others = (await task.alongWith?.(staging.run)) ?? []
    if (others.length > 0) await staging.run('insert into load_touched select unnest($1::bigint[])', [others])
    await progress.report('conclusions', null, rows)
    await drawConclusions(staging, touched)
    await finishLoad(staging, loadId, result)
    return result
  })
}

/** A sheet that was taken, and the source its rows come from. */
export type TakenSheet = { readonly sheet: SheetDeclaration; readonly sourceId: number }

/** What all files of a load came to, within its transaction. */
export type TakenFiles = {
  readonly state: LoadState
  /** As the files began to be read. */
  readonly revision: number
  readonly result: LoadResult
  readonly sheets: readonly TakenSheet[]
  /** By table, how many rows are new or changed. */
  readonly touched: Map<string, number>
  readonly rows: number
}

/** Takes one file after another; `isTrial`: which records the rows name is kept beside (`load_named`). */
export async function takeFiles(
  task: LoadTask,
  staging: Staging,
  db: Kysely<DB>,
  { refused, progress, isTrial = false }: { refused: readonly UnreadFile[]; progress: Progress; isTrial?: boolean },
): Promise<TakenFiles> {
  const { loadId, keyring, read = readFile } = task
  const { known, unread: unknown } = sortFiles(task.files, task.sheets)
  const readable = known.filter(({ file }) => !refused.some((one) => one.file === file.name))
  const order = task.files.map((file) => file.name)
  const unread = [...unknown, ...(task.unread ?? []), ...refused].sort(
    (left, right) => order.indexOf(left.file) - order.indexOf(right.file),
  )
  const drawIds = drawFrom(task)
  const told = toldOfFiles(readable.map(({ file }) => file))
  // A fault is seen where it is waited for.
  told.then(
    (files) => progress.expect([...files.values()].reduce<number | null>(addRows, 0)),
    () => {},
  )
  const revision = await readRevision(staging)
  const loading = loadState(db, task.sheets, keyring, drawIds)
  const files: SheetResult[] = []
  const sheets: TakenSheet[] = []
  const touched = new Map([['registry.person', 0]])
  const rowsRead = (): number => files.reduce((sum, file) => sum + file.rows, 0)
  const holders = new Map<SheetDeclaration, string[]>()
  const take = async (file: Pick<LoadFile, 'name' | 'holds'>, found: FoundSheet, isRecognised: boolean) => {
    const { sheet } = found
    const state = await loading
    const [sourceId = 0] = await drawIds('registry.source', 1)
    const before = rowsRead()
    const tell = (rows: number) => progress.report('reading', file.name, before + rows)
    const result = await takeSheet({ staging, state, loadId, isTrial }, file, found, sourceId, tell)
    if (isRecognised) await nameSource(staging, sourceId, sheet)
    const recognised = file.holds !== undefined && nameKey(file.name) !== sheet.file
    const after = (holders.get(sheet) ?? []).filter((name) => name !== file.name)
    files.push({
      ...result,
      ...(recognised && { recognised: { file: sheet.file, sheet: sheet.sheet } }),
      ...(after.length > 0 && { after }),
    })
    sheets.push({ sheet, sourceId })
    holders.set(sheet, [...new Set([...after, file.name])])
    touched.set(sheet.table, (touched.get(sheet.table) ?? 0) + result.accepted - result.unchanged)
  }
  await oneAhead(readable, loading, ({ file, sheets: wanted }, turn) =>
    read(file, wanted, async (found) => {
      await turn
      await take(file, found, file.holds !== undefined)
    }),
  )
  for (const typed of task.typed ?? []) await take({ name: typed.file }, typed, true)
  await dateSources(staging, sheets, files, await told)
  return { state: await loading, revision, result: { files, unread }, sheets, touched, rows: rowsRead() }
}

/**
 * Begins each when the one before the last is done: to open a file and find its header takes a while, in which another
 * processor takes over the rows of the file before. `turn` is when the one before is done; `start` stands before the first.
 */
async function oneAhead<T>(
  items: readonly T[],
  start: Promise<unknown>,
  begin: (item: T, turn: Promise<unknown>) => Promise<void>,
): Promise<void> {
  let before: Promise<unknown> = Promise.resolve()
  let last = start
  try {
    for (const item of items) {
      await before
      before = last
      last = begin(item, before)
      // Seen at its turn; without a handler it would end the process until then.
      last.catch(() => {})
    }
    await last
  } finally {
    await Promise.allSettled([before, last])
  }
}

const addRows = (sum: number | null, { rows }: ToldFile): number | null =>
  sum === null || rows === null ? null : sum + rows

/** Of which day each sheet is, where nobody has said it of the load; rows typed in by hand are of the day they are loaded. */
async function dateSources(
  staging: Staging,
  sheets: readonly TakenSheet[],
  results: readonly SheetResult[],
  told: ReadonlyMap<string, ToldFile>,
): Promise<void> {
  if (sheets.length === 0) return
  const [{ today = '', given = null } = {}] = await staging.run<{ today: string; given: string | null }>(
    `select (now() at time zone time_zone)::date::text as today,
      (select as_of::text from registry.load where id = (select load_id from registry.source where id = $1)) as given
    from registry.district where id = platform.tenant()`,
    [sheets[0]?.sourceId],
  )
  const days = results.map((result) => given ?? dayOf(result, told.get(result.file)?.savedOn ?? null, today))
  await staging.run(
    `update registry.source s set day = d.day from unnest($1::bigint[], $2::date[]) d (id, day) where s.id = d.id`,
    [sheets.map(({ sourceId }) => sourceId), days],
  )
}

/** What a file is of, where its name does not say. */
async function nameSource(staging: Staging, sourceId: number, { file, sheet }: SheetDeclaration): Promise<void> {
  await staging.run('update registry.source set declared_file = $2, declared_sheet = $3 where id = $1', [
    sourceId,
    file,
    sheet,
  ])
}

/** Sequences are drawn from elsewhere: the load's own connection is busy copying. */
function drawFrom({ database, tenant }: LoadTask): DrawIds {
  return async (table, count) =>
    await database.write(tenant, async (tx) => {
      // Offset keeps the sequence from being looked up by its name for every id.
      const { rows } = await sql<{ ids: string }>`
        select string_agg(nextval(s.name)::text, ',') as ids
        from (select pg_get_serial_sequence(${table}, 'id')::regclass as name offset 0) as s,
          generate_series(1, ${count}::int)`.execute(tx)
      return (rows[0]?.ids ?? '').split(',').map(Number)
    })
}
