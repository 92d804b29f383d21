import type { Reach } from '../../../platform/access/access.ts'
import { covers } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import type { Vocabulary } from '../../population/index.ts'
import { type Gate, lockGate } from './admission.repo.ts'
import { findAdmitted, sayRule } from './admission.service.ts'
import type { Enrolment, Standing } from './enrolment.contract.ts'
import { tellPeople } from './enrolment.news.ts'
import * as repo from './enrolment.repo.ts'
import { closedFor, isOver, stepsOf } from './enrolment.rules.ts'
import { seatNow } from './seating.ts'
import * as seats from './seats.repo.ts'

/** The person of the asker's own grant. Faults: 404 for an account of nobody. */
export function ownPerson({ people }: Reach): number {
  const [person] = people
  if (person === undefined) throw new Refusal('not_found', 'not_found')
  return person
}

/** Faults: 404. From here on the seats of the event are ours. */
async function lock(tx: CommandContext['tx'], event: number): Promise<Gate> {
  const gate = await lockGate(tx, event)
  if (gate === undefined) throw new Refusal('not_found', 'not_found')
  return gate
}

function refuseClosed(gate: Gate): void {
  const hindrance = closedFor(gate, new Date())
  // What is only planned is nothing anybody can come to yet.
  if (hindrance === 'not_announced') throw new Refusal('not_found', 'not_found')
  if (hindrance === 'cancelled') throw new Refusal('conflict', 'enrolment_cancelled')
  if (hindrance === 'held') throw new Refusal('conflict', 'enrolment_held')
  if (hindrance !== null) throw new Refusal('conflict', 'enrolment_closed')
}

/** What is found out before the seats are locked, for it takes longer than all the rest. */
export type Looked = { readonly isAdmitted: boolean; readonly clashes: Standing['clashes'] }
type Enrolled = { readonly gate: Gate; readonly stand: repo.Stand }

/** One enrols oneself. Who is in already stays so. Faults: 404; 409 for what is over, closed, or not for them. */
export async function enrolSelf(context: CommandContext, event: number, looked: Looked): Promise<Enrolled> {
  const { tx, reach, today, note } = context
  const person = ownPerson(reach)
  const gate = await lock(tx, event)
  const asStored = async (): Promise<Enrolled> => ({ gate, stand: await repo.findStand(tx, event, person) })
  note({ kind: 'event', id: event, details: { person } })
  if (closedFor(gate, new Date()) !== null || !looked.isAdmitted) {
    const mine = await repo.findOwn(tx, event, person)
    if (mine !== undefined && !isOver(mine.state)) return await asStored()
    refuseClosed(gate)
    throw new Refusal('conflict', 'enrolment_not_admitted')
  }
  const state = gate.byApproval ? 'asked' : 'waiting'
  const asking = { people: [person], organisation: null, today, state, reason: '' } as const
  const added = await seats.insertEnrolments(tx, gate, { ...asking, nominatedBy: null, approvedBy: null })
  const [row] = added.rows
  const isFree = gate.seats === null || added.taken < gate.seats
  if (row !== undefined && (state === 'asked' || !isFree)) return { gate, stand: lastInLine(added, row, state, looked) }
  if (row !== undefined) await seatNow(context, gate, [row.id])
  return await asStored()
}

/** Most of a crowd comes when all is taken: there is nothing to give and nothing to look up, and who is behind waits less. */
function lastInLine(
  { taken, waiting }: seats.Added,
  { id, place }: seats.Added['rows'][number],
  state: 'asked' | 'waiting',
  { clashes }: Looked,
): repo.Stand {
  const isWaiting = state === 'waiting'
  const nothing = { offeredUntil: null, isNominated: false, reason: '', endedBy: null, endedFor: null }
  const line = isWaiting ? waiting + 1 : waiting
  return { taken, clashes, waiting: line, mine: { id, state, place, inLine: isWaiting ? line : null, ...nothing } }
}

/** Takes the seat that became free. Faults: 404; 409 where it was not kept so long. */
export async function accept(context: CommandContext, event: number): Promise<Enrolled> {
  const { tx, note, reach } = context
  const person = ownPerson(reach)
  const gate = await lock(tx, event)
  const mine = await repo.findOwn(tx, event, person)
  if (mine === undefined) throw new Refusal('not_found', 'not_found')
  note({ kind: 'event', id: event, details: { person } })
  if (mine.state !== 'enrolled' && !(await seats.acceptOffered(tx, mine.id)))
    throw new Refusal('conflict', 'offer_over')
  return { gate, stand: await repo.findStand(tx, event, person) }
}

/** Does not come after all; the seat goes to the first in line. Faults: 404; 409 once it has begun. */
export async function leave(context: CommandContext, event: number): Promise<Enrolled> {
  const { tx, note, reach } = context
  const person = ownPerson(reach)
  const gate = await lock(tx, event)
  const mine = await repo.findOwn(tx, event, person)
  if (mine === undefined) throw new Refusal('not_found', 'not_found')
  note({ kind: 'event', id: event, details: { person } })
  if (!isOver(mine.state)) {
    if (gate.state === 'announced' && new Date() >= gate.begins) throw new Refusal('conflict', 'event_begun')
    await seats.endEnrolment(tx, mine.id, { by: 'person', reason: null })
    await seatNow(context, gate, [])
  }
  return { gate, stand: await repo.findStand(tx, event, person) }
}

type Nomination = { readonly people: readonly number[]; readonly reason: string }
type Outcome = { readonly enrolled: number; readonly waiting: number; readonly asked: number; readonly already: number }

/**
 * Sends people. What their own organisation sends it has agreed to; whom the centre sends is agreed to where the event wants
 * that. Faults: 404, 409, 422 for somebody out of reach or whom the rule does not take.
 */
export async function nominate(
  context: CommandContext,
  event: number,
  { people, reason }: Nomination,
  admitted: ReadonlySet<number>,
): Promise<Outcome> {
  const { tx, actor, reach, today, note } = context
  const gate = await lock(tx, event)
  refuseClosed(gate)
  if (people.some((person) => !admitted.has(person))) throw invalidField('people', 'not_admitted')
  const isOwn = !reach.district
  const state = gate.byApproval && !isOwn ? 'asked' : 'waiting'
  const account = actor.account
  const added = await seats.insertEnrolments(tx, gate, {
    ...{ people, organisation: null, today, state, reason },
    ...{ nominatedBy: account, approvedBy: isOwn ? account : null },
  })
  const ids = added.rows.map(({ id }) => id)
  note({ kind: 'event', id: event, details: { people: [...people] } })
  const seated = state === 'waiting' ? await seatNow(context, gate, ids) : []
  const found = await repo.findPlaces(tx, ids)
  await tellPeople(
    tx,
    found.map(({ person }) => person),
    'nominated',
    { event, day: gate.heldOn },
  )
  const enrolled = seated.filter((one) => one.state === 'enrolled').length
  const asked = state === 'asked' ? ids.length : 0
  return { enrolled, asked, waiting: ids.length - enrolled - asked, already: people.length - ids.length }
}

/** Takes somebody off the list. Faults: 404; 409 for who is out of it, and once a run has begun: from then on they leave it. */
export async function withdraw(context: CommandContext, id: number, reason: string): Promise<void> {
  const { tx, note } = context
  const [place] = await repo.findPlaces(tx, [id])
  if (place === undefined) throw new Refusal('not_found', 'not_found')
  const gate = await lock(tx, place.event)
  if (gate.isRun && new Date() >= gate.begins) throw new Refusal('conflict', 'run_begun')
  note({ kind: 'event', id: place.event, details: { person: place.person } })
  if (!(await seats.endEnrolment(tx, id, { by: 'organisation', reason })))
    throw new Refusal('conflict', 'enrolment_over')
  await tellPeople(tx, [place.person], 'enrolment_withdrawn', { event: place.event, day: gate.heldOn })
  await seatNow(context, gate, [])
}

type Decision = {
  readonly ids: readonly number[]
  readonly outcome: 'approve' | 'decline'
  readonly reason: string
}
type Decided = { readonly decided: number; readonly enrolled: number; readonly waiting: number }

/** Agrees or declines, event by event. Faults: 422 for one out of reach, and for declining without a reason. */
export async function decide(context: CommandContext, { ids, outcome, reason }: Decision): Promise<Decided> {
  const { tx, reach, note } = context
  if (outcome === 'decline' && reason.length < 3) throw invalidField('reason', 'reason_missing')
  const places = await repo.findPlaces(tx, ids)
  const isOurs = places.every(({ organisation }) =>
    covers(reach, organisation === null ? {} : { organisations: [organisation] }),
  )
  if (!isOurs || places.length < new Set(ids).size) throw invalidField('ids', 'reference_unknown')
  let decided = 0
  let enrolled = 0
  for (const event of new Set(places.map((place) => place.event))) {
    const here = places.filter((place) => place.event === event)
    const told = await decideHere(context, event, here, { outcome, reason })
    decided += told.decided
    enrolled += told.enrolled
    note({ kind: 'event', id: event, details: { people: here.map(({ person }) => person) } })
  }
  return { decided, enrolled, waiting: outcome === 'approve' ? decided - enrolled : 0 }
}

type Place = { readonly id: number; readonly person: number }

async function decideHere(
  context: CommandContext,
  event: number,
  places: readonly Place[],
  { outcome, reason }: Omit<Decision, 'ids'>,
): Promise<{ decided: number; enrolled: number }> {
  const { tx, actor } = context
  const gate = await lock(tx, event)
  const ids = places.map(({ id }) => id)
  const peopleOf = (some: readonly number[]): number[] =>
    places.filter(({ id }) => some.includes(id)).map(({ person }) => person)
  const about = { event, day: gate.heldOn }
  if (outcome === 'decline') {
    const declined = await seats.declineAsked(tx, ids, reason)
    await tellPeople(tx, peopleOf(declined), 'enrolment_declined', about)
    return { decided: declined.length, enrolled: 0 }
  }
  const approved = await seats.approveAsked(tx, ids, actor.account)
  const seated = await seatNow(context, gate, approved)
  const got = seated.filter(({ state }) => state === 'enrolled').map(({ person }) => person)
  await tellPeople(tx, got, 'seat_given', about)
  await tellPeople(
    tx,
    peopleOf(approved).filter((person) => !got.includes(person)),
    'line_joined',
    about,
  )
  return { decided: approved.length, enrolled: got.length }
}

type Reader = {
  readonly tenant: number | null
  readonly today: string
  readonly language: 'ru' | 'en'
  readonly reach: Reach
}

/** How the asker stands with an event. Faults: 404 for what is only planned. */
export async function tellStanding(
  db: ReadDb,
  vocabulary: Vocabulary,
  { gate, stand }: Enrolled,
  { tenant, today, language, reach }: Reader,
): Promise<Standing> {
  const person = ownPerson(reach)
  if (gate.state === 'draft') throw new Refusal('not_found', 'not_found')
  const now = new Date()
  const { mine, clashes, ...counts } = stand
  const isOut = mine === null || isOver(mine.state)
  const closed = closedFor(gate, now)
  const isRefused = closed === null && isOut && !(await isAdmitted(db, vocabulary, gate, { tenant, today, person }))
  const hindrance = isRefused ? 'not_admitted' : closed
  return {
    ...{ eventId: gate.event, seats: gate.seats, ...counts, byApproval: gate.byApproval, quota: gate.quota, mine },
    rule: sayRule(vocabulary, gate, language),
    closesAt: gate.closesAt?.toISOString() ?? null,
    clashes: closed === null ? clashes : [],
    hindrance,
    can: stepsOf(gate, mine, hindrance, now),
  }
}

/** Whether the rule takes somebody; without a rule also who works nowhere just now. */
export async function isAdmitted(
  db: ReadDb,
  vocabulary: Vocabulary,
  gate: Pick<Gate, 'rule'>,
  { tenant, today, person }: { tenant: number | null; today: string; person: number },
): Promise<boolean> {
  if (gate.rule === null) return true
  return (await findAdmitted(db, vocabulary, gate, { tenant, today, people: [person] })).length > 0
}

type Others = { readonly reachAlso: (permission: string) => Reach | undefined }

export function tellEnrolment(enrolment: repo.StoredEnrolment, { reachAlso }: Others): Enrolment {
  const { organiser: _, isAhead, isBegunRun, ...same } = enrolment
  const own = enrolment.organisation === null ? {} : { organisations: [enrolment.organisation.id] }
  const may = (permission: string): boolean => {
    const reach = reachAlso(permission)
    return reach !== undefined && covers(reach, own)
  }
  const can: Enrolment['can'] = []
  if (isAhead && enrolment.state === 'asked' && may('enrolment.approve')) can.push('decide')
  if (isAhead && !isBegunRun && !isOver(enrolment.state) && may('enrolment.nominate')) can.push('withdraw')
  return { ...same, can }
}
