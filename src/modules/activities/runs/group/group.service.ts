import { covers } from '../../../../platform/access/access.ts'
import type { ReadDb } from '../../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../../platform/errors.ts'
import type { CommandContext } from '../../../../platform/http/route.ts'
import { scopesOfPeople } from '../../../registry/index.ts'
import { tellPeople } from '../../enrolment/enrolment.news.ts'
import { lockEvent, type StoredEvent } from '../../events/events.repo.ts'
import { lastDayOf } from '../../events/events.rules.ts'
import type { Learner, Run } from './group.contract.ts'
import * as repo from './group.repo.ts'
import { isUnderWay, stepsOf, stepsOfRun } from './group.rules.ts'
import * as joining from './joining.repo.ts'

/** Faults: 404 where the event runs no programme. */
export async function getRun(db: ReadDb, event: number, today: string): Promise<Run> {
  const run = await repo.findRun(db, event)
  if (run === undefined) throw new Refusal('not_found', 'not_found')
  const { isReopenable, ...counts } = await repo.countGroup(db, event)
  return { ...run, ...counts, can: stepsOfRun(run.event.state, isReopenable, { heldOn: run.event.heldOn, today }) }
}

type Place = { readonly event: number; readonly person: number }

/** Faults: 404 for who is no learner of it; 409 before its first day, once it was held, and for who left already; 422. */
export async function leaveRun(
  context: CommandContext,
  place: Place,
  leaving: { readonly leftOn: string; readonly reason: string },
): Promise<Learner> {
  const { tx, today } = context
  const { heldOn } = await lockUnderWay(context, place.event, { person: place.person })
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
  const { heldOn } = await lockUnderWay(context, place.event, { person: place.person })
  await getLearner(context, tx, place)
  if (!(await repo.undoLeaving(tx, place))) throw new Refusal('conflict', 'learner_here')
  await tellPeople(tx, [place.person], 'run_returned', { event: place.event, day: heldOn })
  return await getLearner(context, tx, place)
}

type Joining = { readonly personIds: readonly number[]; readonly joinedOn: string; readonly reason: string }

/**
 * Gives people a seat of a run that has begun. Who joins is decided by who holds it: the rule of admission and the quota are of
 * enrolling before that. Faults: 404; 409 before its first day, once it was held, or where the seats would not do; 422.
 */
export async function joinRun(
  context: CommandContext,
  id: number,
  { personIds, joinedOn, reason }: Joining,
): Promise<{ items: Learner[]; total: number }> {
  const { tx, today, actor } = context
  const people = [...new Set(personIds)]
  const event = await lockUnderWay(context, id, { people })
  if (joinedOn > today) throw invalidField('joinedOn', 'in_future')
  if (joinedOn <= event.heldOn) throw invalidField('joinedOn', 'joined_with_all')
  if (joinedOn > lastDayOf(event)) throw invalidField('joinedOn', 'joined_after_run')
  await refuseStrangers(context, people)
  const there = await joining.findLearning(tx, id, people)
  const twice = people.findIndex((person) => there.includes(person))
  if (twice !== -1) throw invalidField(`personIds.${twice}`, 'learner_already')
  if (event.seats !== null && (await joining.countTaken(tx, id)) + people.length > event.seats)
    throw new Refusal('conflict', 'run_full')
  await joining.insertJoined(tx, { event: id, people, joinedOn, reason, account: actor.account })
  await tellPeople(tx, people, 'run_joined', { event: id, day: joinedOn })
  const items = await Promise.all(people.map((person) => getLearner(context, tx, { event: id, person })))
  return { items, total: items.length }
}

/** Nobody is enrolled whom one could not send: the name would come back. */
async function refuseStrangers({ tx, reachAlso }: CommandContext, people: readonly number[]): Promise<void> {
  const [reach, scopes] = [reachAlso('enrolment.nominate'), await scopesOfPeople(tx, people)]
  const stranger = people.findIndex((person) => {
    const scope = scopes.get(person)
    return reach === undefined || scope === undefined || !covers(reach, scope)
  })
  if (stranger !== -1) throw invalidField(`personIds.${stranger}`, 'reference_unknown')
}

async function lockUnderWay({ tx, today, note }: CommandContext, id: number, details: object): Promise<StoredEvent> {
  const event = await lockEvent(tx, id)
  if (event === undefined || event.programme === null) throw new Refusal('not_found', 'not_found')
  note({ kind: 'event', id, details: { ...details } })
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
