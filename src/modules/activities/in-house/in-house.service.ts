import { covers, type Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { notify } from '../../../platform/notifications.ts'
import { pageOfEvent } from '../enrolment/enrolment.news.ts'
import { type Event, NewEvent } from '../events/events.contract.ts'
import { refuseReferences } from '../events/events.references.ts'
import { insertEvent, updateEvent } from '../events/events.repo.ts'
import { getEvent } from '../events/events.service.ts'
import { insertMaterial } from '../events/materials.repo.ts'
import { refuseUnseenPeople } from '../events/people.seen.ts'
import type { askForInHouse, Corrected, decideInHouse, InHouse, InHouseStep, Recorded } from './in-house.contract.ts'
import * as repo from './in-house.repo.ts'
import { lacksOf, type Part, stepsOf } from './in-house.rules.ts'
import type { InHouseRule } from './rule.contract.ts'
import { findInHouseRule } from './rule.repo.ts'
import type { AttestingState } from './states.contract.ts'

type Reader = Pick<RequestContext, 'today' | 'reachAlso' | 'mayAlso'>

/** As the reader sees it. */
export function tell(stored: repo.StoredInHouse, rule: InHouseRule, reader: Reader): InHouse {
  const { isLoaded, hasMeetings: _, askedBy: __, ...event } = stored
  const lacks = event.state === 'attested' ? [] : lacksOf(event, rule, reader.today)
  return { ...event, lacks, can: stepsOf({ state: event.state, lacks, isLoaded }, partsOf(reader, stored)) }
}

function partsOf({ reachAlso, mayAlso }: Reader, { organiser }: repo.StoredInHouse): Part[] {
  const scope: Scope = { organisations: [organiser.id] }
  const keeps = reachAlso('event.manage')
  return [
    ...(keeps !== undefined && covers(keeps, scope) ? (['keeper'] as const) : []),
    ...(mayAlso('in_house.attest') ? (['centre'] as const) : []),
  ]
}

/** Faults: 404 also for an event that is none of these. */
export async function getInHouse(reader: Reader, db: ReadDb, id: number): Promise<InHouse> {
  const rule = await findInHouseRule(db)
  const [found] = await repo.findInHouse(db, [id], rule)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return tell(found, rule, reader)
}

/** Faults: 422 for a day to come, people out of reach, and references that are not there. */
export async function record(context: CommandContext, recorded: Recorded): Promise<InHouse> {
  const { tx, today, reach, actor, note } = context
  const { people, evidence, ask, ...said } = recorded
  if (said.heldOn > today) throw invalidField('heldOn', 'in_future')
  const { series: _, moduleIds: __, ...event } = NewEvent.parse({ ...said, level: 'organisation' })
  await refuseReferences(tx, event, reach)
  await refuseUnseenPeople(context, people, 'people')
  const id = await insertEvent(tx, event, actor.account)
  await repo.holdAtOnce(tx, id)
  await repo.replaceAttendance(tx, id, people)
  if (evidence !== null) await insertMaterial(tx, id, { title: said.title, link: evidence })
  note({ kind: 'event', id, details: { came: people.length } })
  const noted = await getInHouse(context, tx, id)
  if (!ask || !noted.can.includes('ask')) return noted
  await repo.askAttesting(tx, [id], { account: actor.account, today })
  return await getInHouse(context, tx, id)
}

/** Faults: 404, 409 once it is asked for or attested, 412, 422. */
export async function correct(context: CommandContext, id: number, corrected: Corrected): Promise<Event> {
  const { tx, today, reach, note, expectedVersion } = context
  const rule = await findInHouseRule(tx)
  const [stored] = await repo.lockInHouse(tx, [id], rule)
  if (stored === undefined) throw new Refusal('not_found', 'not_found')
  if (!tell(stored, rule, context).can.includes('correct')) throw new Refusal('conflict', 'in_house_state')
  const { people, ...change } = corrected
  if (change.heldOn > today) throw invalidField('heldOn', 'in_future')
  // Its meetings and their marks are of that day.
  if (stored.hasMeetings && change.heldOn !== stored.heldOn) throw invalidField('heldOn', 'event_fixed')
  await refuseReferences(tx, change, reach, { id, values: [stored.form.id, stored.topic?.id] })
  const there = await repo.isThere(tx, id)
  const others = people.filter((person) => !there.has(person))
  await refuseUnseenPeople(context, others, 'people')
  if (!(await updateEvent(tx, id, expectedVersion, { change }))) {
    throw new Refusal('version_conflict', 'version_conflict')
  }
  await repo.replaceAttendance(tx, id, people)
  note({ kind: 'event', id, details: { came: people.length } })
  return await getEvent(context, tx, id)
}

const BECOMES: Readonly<Record<Exclude<InHouseStep, 'correct'>, AttestingState>> = {
  ask: 'asked',
  withdraw: 'none',
  attest: 'attested',
  return: 'returned',
  revoke: 'revoked',
}

type Done = { readonly done: number; readonly left: number }
type Taking = {
  readonly events: readonly { readonly id: number; readonly version: number }[]
  readonly step: Exclude<InHouseStep, 'correct'>
  readonly word?: string | null
}

/** With those as they were read, and still standing where this may follow. Faults: 422 for one out of reach. */
async function take(context: CommandContext, { events, step, word = null }: Taking): Promise<Done> {
  const { tx, reach, actor, today, note } = context
  const versions = new Map(events.map(({ id, version }) => [id, version]))
  const rule = await findInHouseRule(tx)
  const found = await repo.lockInHouse(tx, [...versions.keys()], rule)
  const isWithin = ({ organiser }: repo.StoredInHouse): boolean => covers(reach, { organisations: [organiser.id] })
  if (found.length < versions.size || !found.every(isWithin)) throw invalidField('events', 'reference_unknown')
  const taken = found.filter(
    (one) => versions.get(one.id) === one.version && tell(one, rule, context).can.includes(step),
  )
  const ids = taken.map(({ id }) => id)
  const state = BECOMES[step]
  const by = { account: actor.account, today }
  if (state === 'asked') await repo.askAttesting(tx, ids, by)
  else await repo.settleAttesting(tx, ids, { ...by, state, word })
  for (const { id, askedBy } of taken) {
    note({ kind: 'event', id, details: { state } })
    if (step === 'ask' || step === 'withdraw') continue
    await notify(tx, [askedBy], { kind: `activities:in_house_${state}`, link: pageOfEvent(id), details: { event: id } })
  }
  return { done: taken.length, left: versions.size - taken.length }
}

type Asking = NonNullable<(typeof askForInHouse)['$in']>['body']
type Decision = NonNullable<(typeof decideInHouse)['$in']>['body']

export const ask = (context: CommandContext, asked: Asking): Promise<Done> => take(context, asked)

/** Faults: 422 for one out of reach, and for sending back or revoking without a word. */
export async function decide(context: CommandContext, { events, step, word }: Decision): Promise<Done> {
  if (step === 'attest') return await take(context, { events, step })
  if (word.length < 3) throw invalidField('word', 'in_house_word')
  return await take(context, { events, step, word })
}
