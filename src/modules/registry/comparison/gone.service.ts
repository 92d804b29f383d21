import type { Tx } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { findRevisions } from '../history/history.repo.ts'
import { undoRevision } from '../history/history.service.ts'
import { isOrganisation } from '../people/employments.repo.ts'
import { holdPeople, rebuildSpans } from '../people/people.repo.ts'
import { runOver } from '../undo/undo.repo.ts'
import { findGone } from './comparison.repo.ts'
import type { GoneDecision } from './gone.contract.ts'
import * as repo from './gone.repo.ts'
import { applyDecisions } from './gone.sql.ts'

type Asked = {
  readonly load: number
  readonly which: Parameters<typeof findGone>[2]
  readonly account: number | null
  readonly today: string
}

/** Named in a refusal; there may be thousands. */
const NAMED = 3

/**
 * Keeps what became of places of work that a compared file does not name: until the load is taken, or at once when it
 * stands. Answers with the differences it is about; of a list those that nobody has decided on. Faults: a day before somebody was hired, one
 * that is decided or settled already.
 */
export async function decide(
  tx: Tx,
  { load, which, account, today }: Asked,
  decision: GoneDecision,
): Promise<number[]> {
  const isDone = await holdDecidable(tx, load)
  const found = await findGone(tx, load, which, today)
  const may = ['open', 'planned', 'kept']
  if ('ids' in which && found.length < new Set(which.ids).size) throw invalidField('of', 'reference_unknown')
  if ('ids' in which && found.some(({ state }) => !may.includes(state))) {
    throw new Refusal('conflict', 'gone_decided')
  }
  const places = 'ids' in which ? found : found.filter(({ state }) => state === 'open')
  await refuseFaults(tx, places, decision)
  await repo.insertDecisions(tx, load, places, decision, account)
  if (isDone) await rebuildSpans(tx, await applyDecisions(runOver(tx), load))
  return places.map(({ id }) => id)
}

async function refuseFaults(
  tx: Tx,
  places: Awaited<ReturnType<typeof findGone>>,
  decision: GoneDecision,
): Promise<void> {
  if (decision.is === 'here') return
  const { on } = decision
  // Who moves has worked here for a day at least.
  const early = places.filter(
    ({ hiredOn }) => hiredOn !== null && (decision.is === 'moved' ? hiredOn >= on : hiredOn > on),
  )
  if (early.length > 0) {
    const names = early.slice(0, NAMED).map(({ label }) => label)
    throw invalidField('decision.on', 'before_hired', { names: names.join(', ') })
  }
  if (decision.is === 'leave') {
    if (decision.until !== null && decision.until < on) throw invalidField('decision.until', 'ends_before_start')
    if (decision.leaveKindId !== null && !(await repo.isLeaveKind(tx, decision.leaveKindId))) {
      throw invalidField('decision.leaveKindId', 'reference_unknown')
    }
  }
  if (decision.is !== 'moved') return
  if (decision.organisationId === null) {
    if (places.some(({ code }) => code !== 'elsewhere')) throw invalidField('decision.organisationId', 'required')
  } else if (!(await isOrganisation(tx, decision.organisationId))) {
    throw invalidField('decision.organisationId', 'reference_unknown')
  }
}

/** Takes decisions of a load back. Answers with the differences they are about; refused as any change by hand is. */
export async function undo(tx: Tx, { load, which, account, today }: Asked): Promise<number[]> {
  await holdDecidable(tx, load)
  const found = await findGone(tx, load, which, today)
  const inForce = await repo.findInForce(
    tx,
    load,
    found.map(({ employment }) => employment),
  )
  for (const { id } of inForce) await undoDecision(tx, id, account)
  const undone = new Set(inForce.map(({ employment }) => employment))
  return found.flatMap(({ id, employment }) => (undone.has(employment) ? [id] : []))
}

/** Takes back all that one decision changed. */
export async function undoDecision(tx: Tx, decision: number, account: number | null): Promise<void> {
  for (const id of await repo.findRevisionsOf(tx, decision)) {
    const { items } = await findRevisions(tx, { id }, { employers: null, limit: 1, offset: 0 })
    for (const revision of items) await undoRevision(tx, revision, account)
  }
  await repo.forgetDecision(tx, decision)
}

/** Whether the load stands already; it is neither taken nor taken back meanwhile. */
async function holdDecidable(tx: Tx, load: number): Promise<boolean> {
  await holdPeople(tx)
  const state = await repo.holdLoad(tx, load)
  if (state !== 'compared' && state !== 'done') throw new Refusal('conflict', 'load_not_compared')
  return state === 'done'
}
