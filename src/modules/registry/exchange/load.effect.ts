import type { Keyring } from '../../../platform/secrets.ts'
import type { LoadResult } from './load.answer.ts'
import type { LoadState } from './load.state.ts'
import { CHANGED_COLUMNS, COMMON_TABLES, changePeopleOf, TEMPORARY_TABLES } from './merge.sql.ts'
import { changedPeople } from './people.staging.ts'
import { hasAny, type Staging } from './staging.ts'

/** Something rows are matched with was changed by others while the load read: what it found may be wrong now. */
export class MatchingChanged extends Error {
  constructor() {
    super('people, codes or lists were changed while the load read')
    this.name = 'MatchingChanged'
  }
}

/** One transaction: all that `take` reads stands afterwards, or nothing. */
export async function inEffect<T>(staging: Staging, take: () => Promise<T>): Promise<T> {
  await staging.run('begin')
  try {
    // Files may be slow to read; and what the load writes raises no revision before its end.
    await staging.run("set local idle_in_transaction_session_timeout = '10min'; set local rost.loading = 'on'")
    await staging.run(TEMPORARY_TABLES)
    const result = await take()
    await staging.run('commit')
    return result
  } catch (error) {
    await staging.settle().catch(() => {})
    await staging.run('rollback')
    throw error
  }
}

/** As inEffect, but nothing that `take` writes stands afterwards: it is read, and let go. */
export async function inTrial<T>(staging: Staging, take: () => Promise<T>): Promise<T> {
  await staging.run('begin')
  try {
    await staging.run("set local idle_in_transaction_session_timeout = '10min'; set local rost.loading = 'on'")
    await staging.run(TEMPORARY_TABLES)
    return await take()
  } finally {
    await staging.settle().catch(() => {})
    await staging.run('rollback')
  }
}

/** The revision as it stands; 0 before the first change. */
export async function readRevision(staging: Staging): Promise<number> {
  const [row] = await staging.run<{ revision: number }>('select revision from registry.matching_revision')
  return row?.revision ?? 0
}

/**
 * Nobody but this load has changed what rows are matched with since `revision`; who wants to waits from here until the
 * end. Faults: MatchingChanged.
 */
export async function claimMatching(staging: Staging, revision: number): Promise<void> {
  if ((await raiseRevision(staging)) !== revision + 1) throw new MatchingChanged()
}

/** Says that what rows are matched with changes; answers with the new revision. */
export async function raiseRevision(staging: Staging): Promise<number> {
  const [row] = await staging.run<{ revision: number }>(
    `insert into registry.matching_revision as m (tenant_id, revision) values (platform.tenant(), 1)
    on conflict (tenant_id) do update set revision = m.revision + 1
    returning revision`,
  )
  return row?.revision ?? 0
}

/** What the rows said of people the database has. Answers with how many people the load brought. */
export async function changePeople(
  staging: Staging,
  load: number,
  state: LoadState,
  keyring: Keyring,
): Promise<number> {
  const { people, surnames } = changedPeople(state.people, keyring)
  await staging.begin(async (connection) => {
    const { columns, takeOver } = COMMON_TABLES.load_surname
    await connection.copy('load_surname', columns, surnames)
    await connection.copy('load_person_change', CHANGED_COLUMNS, people)
    await connection.runAll([
      ...(surnames.length === 0 ? [] : [takeOver(load)]),
      ...(people.length === 0 ? [] : [changePeopleOf(load)]),
    ])
  })
  await staging.settle()
  return [...state.people.all()].filter((person) => person.broughtBy !== undefined).length
}

/** Few rows more or less change no plan; the database's own housekeeping counts them later. */
export const MANY = 500

/**
 * What follows from the rows: intervals of employment, and statistics for the figures that are asked for next. `written`
 * says how many rows of a table are new or changed.
 */
export async function drawConclusions(staging: Staging, written: ReadonlyMap<string, number>): Promise<void> {
  await refreshStatistics(
    staging,
    [...written].flatMap(([table, rows]) => (rows > MANY ? [table] : [])),
  )
  const employments = written.get('registry.employment') ?? 0
  const people = await rebuildSpans(staging, employments)
  await refreshStatistics(staging, Math.max(people, employments) > MANY ? ['registry.person_span'] : [])
}

/** Without them the first figures would be planned for empty tables. */
export async function refreshStatistics(staging: Staging, tables: readonly string[]): Promise<void> {
  if (tables.length === 0) return
  await staging.run('select platform.refresh_statistics($1::text[]::regclass[])', [tables])
}

/**
 * Of most of the district at once it is quicker to rebuild all. The first employments of a district, `employments` of them,
 * are not told one by one. Answers with about how many people it was.
 */
async function rebuildSpans(staging: Staging, employments: number): Promise<number> {
  if (!(await hasAny(staging, 'registry.person_span', 'person_id'))) {
    await staging.run('select registry.rebuild_spans(null)')
    return employments
  }
  // Of the employments no more are counted than tell, in the order of the key, as hasAny asks.
  const [has] = await staging.run<{ touched: number; isMost: boolean }>(
    `with told as (select count(distinct person_id) as touched from load_touched)
    select touched, touched * 3 > (select count(*) from (
      select from registry.employment order by tenant_id, id limit (select touched * 3 from told)) as e) as "isMost"
    from told`,
  )
  if (has === undefined || has.touched === 0) return 0
  const people = has.isMost ? 'null' : 'array(select distinct person_id from load_touched)'
  await staging.run(`select registry.rebuild_spans(${people})`)
  return has.touched
}

export async function finishLoad(staging: Staging, loadId: number, result: LoadResult): Promise<void> {
  await staging.run(
    `update registry.load set state = 'done', finished_at = now(), fault = null, rows_read = $2, rows_total = $2,
      progress = 100, answer = $3 where id = $1`,
    [loadId, result.files.reduce((sum, file) => sum + file.rows, 0), JSON.stringify(result)],
  )
  await tellWhoAsked(staging, loadId, ...outcomeOf(result))
}

/** Over the connection of the load itself, so that what is told and what it is about stand together. */
export async function tellWhoAsked(staging: Staging, loadId: number, kind: string, count: number): Promise<void> {
  await staging.run(
    `insert into platform.notification (account_id, kind, link, details)
    select account_id, $2, $3, $4 from registry.load where id = $1 and account_id is not null and mends is null`,
    [loadId, kind, `/loads/${loadId}`, JSON.stringify({ count })],
  )
}

/** What whoever loaded has to look at first. */
function outcomeOf({ files, unread }: LoadResult): [kind: string, count: number] {
  const faulty = files.reduce((sum, file) => sum + file.rejected.length, 0)
  if (faulty > 0) return ['registry:load_faulty', faulty]
  return unread.length > 0 ? ['registry:load_unread', unread.length] : ['registry:load_done', 0]
}
