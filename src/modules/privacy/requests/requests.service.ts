import { addWorkingDays } from '../../../platform/calendar/working-days.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { notify } from '../../../platform/notifications.ts'
import { endConsents } from '../consents/consents.repo.ts'
import { CONSENT_KINDS } from '../consents/kinds.contract.ts'
import { findAllCards } from '../copy/copy.repo.ts'
import type { MyRequest, PersonRequest, RequestKind, RequestLine } from './requests.contract.ts'
import * as repo from './requests.repo.ts'

/** 152-ФЗ, articles 14(3), 20 and 21: ten working days, and five more where the reason is told. */
export const DAYS_TO_ANSWER = 10
const DAYS_MORE = 5

type Asked = {
  readonly person: number
  readonly kind: RequestKind
  readonly words: string
  readonly onPaper: boolean
  readonly receivedOn: string
}

/** Faults: 409 where one of the kind waits already, 422 for nobody and for a day to come. */
export async function makeRequest(context: CommandContext, asked: Asked): Promise<repo.StoredRequest> {
  const { tx, actor, today, note } = context
  if (asked.receivedOn > today) throw invalidField('receivedOn', 'in_future')
  if (await repo.hasOpen(tx, await findAllCards(tx, [asked.person]), asked.kind)) {
    throw new Refusal('conflict', 'request_waits')
  }
  const dueOn = addWorkingDays(asked.receivedOn, DAYS_TO_ANSWER)
  const id = await repo.insertRequest(tx, { ...asked, dueOn, enteredBy: actor.account })
  if (id === undefined) throw invalidField('personId', 'reference_unknown')
  note({ kind: 'personal_data_request', id, details: { kind: asked.kind, person: asked.person } })
  return await getRequest(context.tx, id)
}

export async function extend(context: CommandContext, id: number, reason: string): Promise<repo.StoredRequest> {
  const request = await getOpen(context, id)
  if (request.extension !== null) throw new Refusal('conflict', 'request_extended')
  const dueOn = addWorkingDays(request.dueOn, DAYS_MORE)
  return await step(context, request, { extension: reason, due_on: dueOn })
}

type Answer = { readonly outcome: 'done' | 'refused'; readonly answer: string }

/** Faults: 409 for one that was answered, and for an erasure that was not done. */
export async function answer(context: CommandContext, id: number, given: Answer): Promise<repo.StoredRequest> {
  const { tx, actor } = context
  const request = await getOpen(context, id)
  const { outcome } = given
  if (request.kind === 'erasure' && outcome === 'done') throw new Refusal('conflict', 'erase_first')
  if (request.kind === 'withdrawal' && outcome === 'done' && request.personId !== null) {
    for (const kind of CONSENT_KINDS) {
      await endConsents(tx, { person: request.personId, kind, account: actor.account })
    }
  }
  const stepped = await step(context, request, {
    ...{ state: outcome, answer: given.answer, answered_at: new Date(), answered_by: actor.account },
    erasure_by: null,
  })
  await tellApplicant(context, request)
  return stepped
}

/** One that waits for its answer. Faults: 404, 409. */
export async function getOpen({ tx }: CommandContext, id: number): Promise<repo.StoredRequest> {
  const request = await getRequest(tx, id)
  if (request.state !== 'open') throw new Refusal('conflict', 'request_answered')
  return request
}

export async function getRequest(db: CommandContext['tx'], id: number): Promise<repo.StoredRequest> {
  const found = await repo.findRequest(db, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

export async function step(
  { tx, note, expectedVersion }: CommandContext,
  { id, kind }: repo.StoredRequest,
  set: repo.Step,
): Promise<repo.StoredRequest> {
  note({ kind: 'personal_data_request', id, details: { kind } })
  if (!(await repo.stepRequest(tx, id, expectedVersion, set))) throw new Refusal('version_conflict', 'version_conflict')
  return await getRequest(tx, id)
}

/** Who asked in their own account is told there; who wrote a letter gets one. */
async function tellApplicant({ tx }: CommandContext, { id, onPaper, enteredBy }: repo.StoredRequest): Promise<void> {
  if (onPaper) return
  await notify(tx, [enteredBy], { kind: 'privacy:request_answered', link: '/my/requests', details: { request: id } })
}

type Reader = Pick<RequestContext, 'today' | 'mayAlso'>

const isOverdue = ({ state, dueOn }: repo.StoredRequest, today: string): boolean => state === 'open' && dueOn < today

export function tellOwn(request: repo.StoredRequest, today: string): MyRequest {
  const { id, version, kind, state, words, receivedOn, dueOn, extension, answer: given, answeredAt } = request
  return {
    ...{ id, version, kind, state, words, receivedOn, dueOn, extension, answeredAt },
    answer: given,
    overdue: isOverdue(request, today),
  }
}

export function tell(request: repo.StoredRequest, { today, mayAlso }: Reader): PersonRequest {
  const { enteredBy: _, erasureBy: __, erased: ___, barred, ...same } = request
  const isOpen = request.state === 'open'
  const can: PersonRequest['can'] = []
  if (mayAlso('request.manage')) {
    if (isOpen) can.push('take', 'answer')
    if (isOpen && request.extension === null) can.push('extend')
    if (request.personId !== null && request.kind === 'copy') can.push('copy')
    if (!isOpen) can.push('print')
    if (barred) can.push('lift')
  }
  if (isOpen && request.kind === 'erasure' && mayAlso('person.erase')) can.push('erase')
  return { ...same, overdue: isOverdue(request, today), can }
}

/** In a list: without what was asked and answered in words. */
export function tellLine(request: repo.StoredRequest, today: string): RequestLine {
  const { id, version, kind, state, receivedOn, dueOn, answeredAt, applicant, personId } = request
  const { onPaper, responsible, answeredBy } = request
  return {
    ...{ id, version, kind, state, receivedOn, dueOn, answeredAt, applicant, personId },
    ...{ onPaper, responsible, answeredBy, overdue: isOverdue(request, today) },
  }
}
