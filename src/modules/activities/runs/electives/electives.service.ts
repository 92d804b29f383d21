import type { ReadDb } from '../../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../../platform/errors.ts'
import type { CommandContext } from '../../../../platform/http/route.ts'
import { notify } from '../../../../platform/notifications.ts'
import { findAccountsOf } from '../../enrolment/enrolment.repo.ts'
import { ownPerson } from '../../enrolment/enrolment.service.ts'
import { lockEvent } from '../../events/events.repo.ts'
import type { chooseForLearners as chooseContract, Electives, OwnElectives } from './electives.contract.ts'
import * as repo from './electives.repo.ts'
import { faultOf, isChoosing, lastDayToChoose } from './electives.rules.ts'

/** Faults: 404 where there is nothing to choose. */
export async function getElectives(db: ReadDb, event: number, today: string): Promise<Electives> {
  const choosing = await getChoosing(db, event)
  const { take, chooseBy, state } = choosing
  const [modules, unchosen] = [await repo.findElectives(db, event), await repo.findUnchosen(db, event)]
  const isRemindable = unchosen.length > 0 && isChoosing(state, choosing, today)
  return {
    ...{ take, modules, unchosen: unchosen.length, chooseBy: lastDayToChoose(choosing), isDaySet: chooseBy !== null },
    can: [...(state === 'announced' ? (['choose'] as const) : []), ...(isRemindable ? (['remind'] as const) : [])],
  }
}

type Place = { readonly event: number; readonly person: number }

/** Of a learner; null where the programme leaves nothing to choose. */
export async function tellOwnElectives(db: ReadDb, place: Place, today: string): Promise<OwnElectives | null> {
  const choosing = await repo.findChoosing(db, place.event)
  if (choosing === undefined) return null
  const modules = await repo.findOwnElectives(db, place)
  const learns = (await repo.findLearning(db, place.event, [place.person])).size > 0
  return {
    ...{ take: choosing.take, chooseBy: lastDayToChoose(choosing) },
    modules: modules.map(({ byHolder: _, ...module }) => module),
    isChosenByHolder: modules.some(({ byHolder }) => byHolder),
    can: learns && isChoosing(choosing.state, choosing, today) ? ['choose'] : [],
  }
}

/** Faults: 404; 409 for who does not learn there, and once its day is over; 422. */
export async function chooseElectives(
  context: CommandContext,
  event: number,
  moduleIds: readonly number[],
): Promise<OwnElectives> {
  const { tx, reach, note, today } = context
  const person = ownPerson(reach)
  const choosing = await lockChoosing(tx, event)
  if (choosing.state === 'draft') throw new Refusal('not_found', 'not_found')
  if ((await repo.findLearning(tx, event, [person])).size === 0) throw new Refusal('conflict', 'no_learner')
  note({ kind: 'event', id: event, details: { person, modules: [...moduleIds] } })
  if (!isChoosing(choosing.state, choosing, today)) throw new Refusal('conflict', 'choosing_over')
  await refuseWrong(tx, choosing, moduleIds)
  await repo.replaceChoice(tx, { event, people: [person], modules: moduleIds, by: null })
  const own = await tellOwnElectives(tx, { event, person }, today)
  if (own === null) throw new Error('there was a choice a moment ago')
  return own
}

type Body = NonNullable<(typeof chooseContract)['$in']>['body']

/** Until the run is closed, also after the day of the learners. Faults: 404, 409, 422 for who does not learn there. */
export async function chooseForLearners(
  context: CommandContext,
  event: number,
  { personIds, moduleIds }: Body,
): Promise<Electives> {
  const { tx, actor, note, today } = context
  const choosing = await lockChoosing(tx, event)
  if (choosing.state !== 'announced') throw new Refusal('conflict', 'event_state')
  const people = personIds ?? (await repo.findUnchosen(tx, event))
  note({ kind: 'event', id: event, details: { people, modules: moduleIds } })
  const learning = await repo.findLearning(tx, event, people)
  const stranger = people.findIndex((person) => !learning.has(person))
  if (stranger !== -1) throw invalidField(`personIds.${stranger}`, 'reference_unknown')
  await refuseWrong(tx, choosing, moduleIds)
  await repo.replaceChoice(tx, { event, people, modules: moduleIds, by: actor.account })
  await tell(tx, people, 'electives_chosen', choosing)
  return await getElectives(tx, event, today)
}

/** Faults: 404; 409 once it was closed; 422 for a day after its last one. */
export async function setChoiceDay(
  context: CommandContext,
  event: number,
  chooseBy: string | null,
): Promise<Electives> {
  const { tx, note, today } = context
  const { state, lastOn } = await lockChoosing(tx, event)
  note({ kind: 'event', id: event, details: { chooseBy } })
  if (state !== 'draft' && state !== 'announced') throw new Refusal('conflict', 'event_state')
  if (chooseBy !== null && chooseBy > lastOn) throw invalidField('chooseBy', 'choosing_after_run')
  await repo.updateChoiceDay(tx, event, chooseBy)
  return await getElectives(tx, event, today)
}

/** Faults: 404; 409 once its day is over, or where everybody has chosen. */
export async function remindToChoose({ tx, note, today }: CommandContext, event: number): Promise<{ told: number }> {
  const choosing = await lockChoosing(tx, event)
  if (!isChoosing(choosing.state, choosing, today)) throw new Refusal('conflict', 'choosing_over')
  const people = await repo.findUnchosen(tx, event)
  if (people.length === 0) throw new Refusal('conflict', 'everybody_chose')
  note({ kind: 'event', id: event, details: { people } })
  await tell(tx, people, 'choose_electives', choosing)
  return { told: people.length }
}

async function refuseWrong(db: ReadDb, { event, take }: repo.Choosing, moduleIds: readonly number[]): Promise<void> {
  const electives = (await repo.findElectives(db, event)).map(({ id }) => id)
  const fault = faultOf({ moduleIds, electives, take })
  if (fault !== undefined) throw invalidField(fault.path, fault.code, { most: take })
}

async function tell(
  tx: CommandContext['tx'],
  people: readonly number[],
  kind: 'choose_electives' | 'electives_chosen',
  choosing: repo.Choosing,
): Promise<void> {
  const accounts = [...(await findAccountsOf(tx, people)).values()].flat()
  const details = { event: choosing.event, day: lastDayToChoose(choosing) }
  await notify(tx, accounts, { kind: `activities:${kind}`, link: '/my/courses', details })
}

async function lockChoosing(tx: CommandContext['tx'], event: number): Promise<repo.Choosing> {
  await lockEvent(tx, event)
  return await getChoosing(tx, event)
}

async function getChoosing(db: ReadDb, event: number): Promise<repo.Choosing> {
  const choosing = await repo.findChoosing(db, event)
  if (choosing === undefined) throw new Refusal('not_found', 'not_found')
  return choosing
}
