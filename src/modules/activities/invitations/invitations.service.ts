import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { notify } from '../../../platform/notifications.ts'
import {
  asksForIsland,
  checkPopulation,
  type Population,
  sayPopulation,
  type Vocabulary,
  within,
} from '../../population/index.ts'
import type { Gate } from '../enrolment/admission.repo.ts'
import { findAdmitted, getGate } from '../enrolment/admission.service.ts'
import { pageOfEvent } from '../enrolment/enrolment.news.ts'
import { closedFor } from '../enrolment/enrolment.rules.ts'
import { sendEventLetters } from '../letters/letters.jobs.ts'
import { findRecipients, findZone, type Recipient } from '../letters/letters.repo.ts'
import { newsMoment } from '../letters/quiet.ts'
import type { Invitation, InvitationPreview, Way } from './invitations.contract.ts'
import * as repo from './invitations.repo.ts'

const SUBJECT = 'person'
const SHOWN = 10

type Told = repo.Addressed & {
  readonly way: Way
  readonly account: number | null
  readonly dueAt: Date | null
}
type Found = { readonly gate: Gate; readonly people: readonly Told[]; readonly already: number }

/** Who would be told, and how. Faults: 404; 409 where nobody can enrol any more; 422 for what cannot be asked. */
async function findPeople(
  context: CommandContext,
  vocabulary: Vocabulary,
  event: number,
  population: Population,
): Promise<Found> {
  const { tx, tenant, reach, today } = context
  refusePopulation(vocabulary, population)
  const gate = await getGate(tx, event)
  if (closedFor(gate, new Date()) !== null) throw new Refusal('conflict', 'invitation_late')
  const rule: Population = { all: [...(gate.rule === null ? [] : [gate.rule]), population] }
  const admitted = await findAdmitted(tx, vocabulary, { rule }, { tenant, today, within: within(reach) })
  const fresh = await repo.findNew(tx, event, admitted, today)
  return { gate, people: await addressed(tx, gate, fresh), already: admitted.length - fresh.length }
}

async function addressed(db: ReadDb, { begins }: Gate, people: readonly repo.Addressed[]): Promise<Told[]> {
  const recipients = await findRecipients(
    db,
    people.map(({ id }) => id),
  )
  const zone = await findZone(db)
  const now = new Date()
  const known = new Map<string, Date>()
  const momentFor = ({ quiet }: Recipient): Date => {
    const key = `${quiet.from} ${quiet.until} ${quiet.daysOff}`
    const found = known.get(key) ?? newsMoment({ now, begins, quiet, zone })
    known.set(key, found)
    return found
  }
  return people.map((one, at) => {
    const recipient = recipients[at]
    if (recipient?.person !== one.id) throw new Error('recipients come in the order of the people')
    const way = wayTo(recipient)
    return { ...one, way, account: recipient.account, dueAt: way === 'letter' ? momentFor(recipient) : null }
  })
}

function wayTo({ account, hasAddress, invitations }: Recipient): Way {
  if (account === null) return 'nobody'
  if (!invitations) return 'unsubscribed'
  return hasAddress ? 'letter' : 'page'
}

/** Whom it goes to is read by those who are named: it must not tell them what is closed of others. */
function refusePopulation(vocabulary: Vocabulary, population: Population): void {
  const faults = checkPopulation(vocabulary, SUBJECT, population, 'population')
  const isClosed = faults.length === 0 && asksForIsland(vocabulary, SUBJECT, population)
  const found = isClosed ? [{ path: 'population', code: 'rule_closed' }] : faults
  if (found.length === 0) return
  const fields = found.slice(0, 100).map((fault) => ({ in: 'body' as const, ...fault }))
  throw new Refusal('invalid', 'request_invalid', { fields })
}

const countWays = (people: readonly Told[]): InvitationPreview['counts'] => {
  const of = (way: Way): number => people.filter((one) => one.way === way).length
  return { letter: of('letter'), page: of('page'), nobody: of('nobody'), unsubscribed: of('unsubscribed') }
}

export async function preview(
  context: CommandContext,
  vocabulary: Vocabulary,
  event: number,
  population: Population,
): Promise<InvitationPreview> {
  const { people, already } = await findPeople(context, vocabulary, event, population)
  const names = people.slice(0, SHOWN)
  context.note({ kind: 'event', id: event, people: names.map(({ id }) => id) })
  const moments = people.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt.getTime()]))
  return {
    sentence: sayPopulation(vocabulary, SUBJECT, population, context.language),
    ...{ people: people.length, counts: countWays(people), already },
    names: names.map(({ id, name, organisation, way }) => ({ id, name, organisation, way })),
    goesAt: new Date(moments.length === 0 ? Date.now() : Math.min(...moments)).toISOString(),
  }
}

type Asked = { readonly population: Population; readonly words: string; readonly people: number }

/** Faults: those of the preview, and 409 where others than it showed would be told. */
export async function invite(
  context: CommandContext,
  vocabulary: Vocabulary,
  event: number,
  asked: Asked,
): Promise<Invitation> {
  const { tx, actor, note, services } = context
  const { gate, people } = await findPeople(context, vocabulary, event, asked.population)
  if (people.length !== asked.people) throw new Refusal('conflict', 'invitation_others')
  const told = people.map(({ id: person, way, account, dueAt }) => ({ person, way, account, dueAt }))
  const what = { event, population: asked.population, words: asked.words, account: actor.account }
  const id = await repo.insertInvitation(tx, what, told)
  const accounts = people.flatMap(({ way, account }) => (way === 'letter' || way === 'page' ? [account] : []))
  await notify(tx, accounts, {
    ...{ kind: 'activities:invited', link: pageOfEvent(event), once: `invited-${event}` },
    details: { event, day: gate.heldOn },
  })
  note({ kind: 'event', id: event, details: { invitation: id, people: people.length } })
  await services.jobs.enqueue(tx, sendEventLetters, {})
  return tellInvitation(vocabulary, await repo.getInvitation(tx, id), context.language)
}

export function tellInvitation(
  vocabulary: Vocabulary,
  { population, ...stored }: repo.StoredInvitation,
  language: CommandContext['language'],
): Invitation {
  return { ...stored, sentence: sayPopulation(vocabulary, SUBJECT, population, language) }
}
