import { covers } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { notify } from '../../../platform/notifications.ts'
import { NewEvent } from '../events/events.contract.ts'
import { isOrganisation, refuseReferences } from '../events/events.references.ts'
import { findEvent } from '../events/events.repo.ts'
import { planEvent } from '../events/events.service.ts'
import type {
  answerEventRequests,
  decideEventRequest,
  EventRequest,
  EventRequestChange,
  EventRequestStep,
  NewEventRequest,
  planRequestedEvent,
} from './event-requests.contract.ts'
import * as repo from './event-requests.repo.ts'
import { type Part, stepsOf } from './event-requests.rules.ts'

type Reader = Pick<RequestContext, 'reachAlso' | 'mayAlso'>

export const pageOfRequest = (id: number): string => `/event-requests/${id}`

/** As the reader sees it. */
export function tell({ askedById: _, event, ...stored }: repo.StoredEventRequest, reader: Reader): EventRequest {
  return {
    ...stored,
    event: event === null ? null : tellEvent(event, reader),
    can: stepsOf(stored.state, partsOf(stored.organisation.id, reader)),
  }
}

function tellEvent(
  { organiserId, ...event }: NonNullable<repo.StoredEventRequest['event']>,
  { reachAlso }: Reader,
): NonNullable<EventRequest['event']> {
  const managed = reachAlso('event.manage')
  const isOwn = managed !== undefined && covers(managed, { organisations: [organiserId] })
  return { ...event, isOpen: event.state !== 'draft' || isOwn }
}

function partsOf(organisation: number, { reachAlso, mayAlso }: Reader): Part[] {
  const asks = reachAlso('event_request.make')
  return [
    ...(asks !== undefined && covers(asks, { organisations: [organisation] }) ? (['asker'] as const) : []),
    ...(mayAlso('event_request.answer') ? (['centre'] as const) : []),
  ]
}

export async function getEventRequest(reader: Reader, db: ReadDb, id: number): Promise<EventRequest> {
  const found = await repo.findEventRequest(db, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return tell(found, reader)
}

/** Faults: 422 for an organisation out of reach, a form that is not offered, and an end before its beginning. */
export async function ask(context: CommandContext, asked: NewEventRequest): Promise<EventRequest> {
  const { tx, reach, actor, today, note } = context
  refuseTurned(asked)
  if (!(await isOrganisation(tx, asked.organisationId))) throw invalidField('organisationId', 'reference_unknown')
  if (!covers(reach, { organisations: [asked.organisationId] })) throw invalidField('organisationId', 'outside_reach')
  await refuseForm(context, asked.formId)
  const id = await repo.insertEventRequest(tx, asked, { account: actor.account, today })
  note({ kind: 'event_request', id })
  return await getEventRequest(context, tx, id)
}

/** Faults: 404, 409 once an event answers it, 412, 422. */
export async function correct(context: CommandContext, id: number, said: EventRequestChange): Promise<EventRequest> {
  const { tx } = context
  const { form } = await take(context, id, 'correct')
  refuseTurned(said)
  if (said.formId !== form?.id) await refuseForm(context, said.formId)
  await repo.rewriteEventRequest(tx, id, said)
  return await getEventRequest(context, tx, id)
}

/** Faults: 404, 409 once an event answers it, 412. */
export async function withdraw(context: CommandContext, id: number): Promise<EventRequest> {
  const { tx, actor, today } = context
  await take(context, id, 'withdraw')
  await repo.settleEventRequests(tx, [id], { state: 'withdrawn' }, { account: actor.account, today })
  return await getEventRequest(context, tx, id)
}

type Plan = NonNullable<(typeof planRequestedEvent)['$in']>['body']

/** A draft with what was asked for; the rest is planned on its card. Faults: 404, 409, 412, 422. */
export async function plan(context: CommandContext, id: number, { heldOn, organiserId, formId }: Plan) {
  const { tx } = context
  const { title, about } = await take(context, id, 'plan')
  const event = NewEvent.parse({
    ...{ title, about, heldOn, organiserId, formId, onRequest: true },
    level: 'district',
  })
  const eventId = await planEvent(context, { ...event, meetings: [] })
  await answerBy(context, eventId, [id])
  return await getEventRequest(context, tx, id)
}

type Answer = NonNullable<(typeof answerEventRequests)['$in']>['body']

/** Those that are as they were read. Faults: 422 for an event that is not planned, and for requests that are not there. */
export async function answer(context: CommandContext, { eventId, requests }: Answer) {
  const { tx, reach } = context
  const event = await findEvent(tx, eventId)
  if (event === undefined || !covers(reach, { organisations: [event.organiser.id] })) {
    throw invalidField('eventId', 'reference_unknown')
  }
  if (event.state !== 'draft' && event.state !== 'announced') throw invalidField('eventId', 'event_not_planned')
  const versions = new Map(requests.map(({ id, version }) => [id, version]))
  const found = await repo.lockEventRequests(tx, [...versions.keys()])
  if (found.length < versions.size) throw invalidField('requests', 'reference_unknown')
  const taken = found.filter((one) => versions.get(one.id) === one.version && tell(one, context).can.includes('name'))
  await answerBy(
    context,
    eventId,
    taken.map(({ id }) => id),
  )
  return { done: taken.length, left: versions.size - taken.length }
}

/** The event answers them from now on, and is one on request; whoever asked is told. */
async function answerBy(context: CommandContext, eventId: number, ids: readonly number[]): Promise<void> {
  const { tx, actor, today, note } = context
  if (ids.length === 0) return
  await repo.settleEventRequests(tx, ids, { state: 'asked', eventId }, { account: actor.account, today })
  await repo.markOnRequest(tx, eventId)
  for (const { id, askedById } of await repo.lockEventRequests(tx, ids)) {
    note({ kind: 'event_request', id, details: { event: eventId } })
    await tellAsker(context, id, askedById, 'planned')
  }
}

type Decision = NonNullable<(typeof decideEventRequest)['$in']>['body']

/** Faults: 404, 409, 412, 422 for sending back or declining without a word. */
export async function decide(context: CommandContext, id: number, { step, word }: Decision): Promise<EventRequest> {
  const { tx, actor, today } = context
  if (step !== 'detach' && word.length < 3) throw invalidField('word', 'event_request_word')
  const { askedById } = await take(context, id, step)
  const state = { return: 'returned', decline: 'declined', detach: 'asked' } as const
  const by = { account: actor.account, today }
  await repo.settleEventRequests(tx, [id], { state: state[step], ...(step !== 'detach' && { word }) }, by)
  if (step !== 'detach') await tellAsker(context, id, askedById, state[step])
  return await getEventRequest(context, tx, id)
}

/** Locked, as it was read, and standing where this may follow. */
async function take(context: CommandContext, id: number, step: EventRequestStep): Promise<repo.StoredEventRequest> {
  const { tx, expectedVersion, note } = context
  const [stored] = await repo.lockEventRequests(tx, [id])
  if (stored === undefined) throw new Refusal('not_found', 'not_found')
  if (stored.version !== expectedVersion) throw new Refusal('version_conflict', 'version_conflict')
  if (!tell(stored, context).can.includes(step)) throw new Refusal('conflict', 'event_request_state')
  note({ kind: 'event_request', id, details: { step } })
  return stored
}

async function tellAsker(
  { tx, actor }: CommandContext,
  id: number,
  asker: number | null,
  state: 'planned' | 'returned' | 'declined',
): Promise<void> {
  if (asker === null || asker === actor.account) return
  await notify(tx, [asker], { kind: `activities:event_request_${state}`, link: pageOfRequest(id), details: {} })
}

async function refuseForm({ tx, reach }: CommandContext, formId: number | null): Promise<void> {
  if (formId !== null) await refuseReferences(tx, { formId }, reach)
}

function refuseTurned({ from, until }: Pick<EventRequestChange, 'from' | 'until'>): void {
  if (from !== null && until !== null && until < from) throw invalidField('until', 'ends_before_start')
}
