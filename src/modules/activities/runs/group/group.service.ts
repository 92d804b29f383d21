import type { ReadDb } from '../../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../../platform/errors.ts'
import type { CommandContext } from '../../../../platform/http/route.ts'
import { tellPeople } from '../../enrolment/enrolment.news.ts'
import { lockEvent, type StoredEvent } from '../../events/events.repo.ts'
import type { Learner, Run } from './group.contract.ts'
import * as repo from './group.repo.ts'
import { isUnderWay, stepsOf, stepsOfRun } from './group.rules.ts'

/** Faults: 404 where the event runs no programme. */
export async function getRun(db: ReadDb, event: number): Promise<Run> {
  const run = await repo.findRun(db, event)
  if (run === undefined) throw new Refusal('not_found', 'not_found')
  const { isReopenable, ...counts } = await repo.countGroup(db, event)
  return { ...run, ...counts, can: stepsOfRun(run.event.state, isReopenable) }
}

type Place = { readonly event: number; readonly person: number }

/** Faults: 404 for who is no learner of it; 409 before its first day, once it was held, and for who left already; 422. */
export async function leaveRun(
  context: CommandContext,
  place: Place,
  leaving: { readonly leftOn: string; readonly reason: string },
): Promise<Learner> {
  const { tx, today } = context
  const { heldOn } = await lockUnderWay(context, place)
  if (leaving.leftOn > today) throw invalidField('leftOn', 'in_future')
  if (leaving.leftOn < heldOn) throw invalidField('leftOn', 'left_before_run')
  const before = await getLearner(context, tx, place)
  if (before.standing === 'left' || !(await repo.writeLeaving(tx, place, leaving)))
    throw new Refusal('conflict', 'learner_left')
  await tellPeople(tx, [place.person], 'run_left', { event: place.event, day: heldOn })
  return await getLearner(context, tx, place)
}

/** Faults: 404; 409 once the run was held, and for who had not left. */
export async function returnToRun(context: CommandContext, place: Place): Promise<Learner> {
  const { tx } = context
  const { heldOn } = await lockUnderWay(context, place)
  await getLearner(context, tx, place)
  if (!(await repo.undoLeaving(tx, place))) throw new Refusal('conflict', 'learner_here')
  await tellPeople(tx, [place.person], 'run_returned', { event: place.event, day: heldOn })
  return await getLearner(context, tx, place)
}

async function lockUnderWay({ tx, today, note }: CommandContext, { event: id, person }: Place): Promise<StoredEvent> {
  const event = await lockEvent(tx, id)
  if (event === undefined || event.programme === null) throw new Refusal('not_found', 'not_found')
  note({ kind: 'event', id, details: { person } })
  if (event.state !== 'announced') throw new Refusal('conflict', 'event_state')
  if (!isUnderWay(event.state, { heldOn: event.heldOn, today })) throw new Refusal('conflict', 'run_ahead')
  return event
}

async function getLearner(
  { today }: Pick<CommandContext, 'today'>,
  db: ReadDb,
  { event, person }: Place,
): Promise<Learner> {
  const run = await repo.findRun(db, event)
  const [learner] = (await repo.findLearners(db, event, { person })).items
  if (run === undefined || learner === undefined) throw new Refusal('not_found', 'not_found')
  return tellLearner(learner, run.event, today)
}

export const tellLearner = (
  learner: repo.StoredLearner,
  { state, heldOn }: Pick<Run['event'], 'state' | 'heldOn'>,
  today: string,
): Learner => ({ ...learner, can: stepsOf(learner.standing, state, { heldOn, today }) })
