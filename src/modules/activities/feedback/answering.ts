import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import * as repo from './answering.repo.ts'
import type { Answer, MyFeedback } from './feedback.contract.ts'
import { lackingAnswer, sayQuestion } from './questions.ts'

type Asked = { readonly db: ReadDb }
type Named = { readonly params: { readonly id: number } }

/** Whoever was asked, and nobody else. */
export async function scopeOfRequest({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  const found = await db
    .selectFrom('activities.feedback_request')
    .select('person_id')
    .where('id', '=', params.id)
    .executeTakeFirst()
  return found && { people: [found.person_id] }
}

type Asking = Pick<RequestContext, 'language' | 'today'>

/** Faults: 404. */
export async function getRequest(db: ReadDb, { today }: Asking, id: number): Promise<repo.KeptRequest> {
  const found = await repo.findRequest(db, id, today)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

export const tellRequest = (
  { id, stage, event, closesOn, state, questions }: repo.KeptRequest,
  { language }: Asking,
): MyFeedback => ({
  ...{ id, stage, event, closesOn, state },
  questions: questions.map((one) => sayQuestion(one, language)),
})

/** Once; whoever said no may think better of it while answers are taken. Sent twice, it is answered once. Faults: 404, 409, 422. */
export async function answer(context: CommandContext, id: number, answers: readonly Answer[]): Promise<MyFeedback> {
  const { tx, note } = context
  const request = await getRequest(tx, context, id)
  note({ kind: 'event', id: request.event.id })
  if (request.state === 'answered') return tellRequest(request, context)
  refuseLate(request, context.today)
  const lacking = lackingAnswer(request.questions, answers)
  if (lacking !== undefined) throw invalidField(`answers.${lacking}`, 'feedback_mark')
  if (await repo.endRequest(tx, id, 'answered', ['asked', 'dismissed'])) {
    await repo.insertAnswers(tx, request.asking, answers)
  }
  return tellRequest({ ...request, state: 'answered' }, context)
}

/** Not to be asked of this event again. Faults: 404. */
export async function dismiss(context: CommandContext, id: number): Promise<MyFeedback> {
  const { tx, note } = context
  const request = await getRequest(tx, context, id)
  note({ kind: 'event', id: request.event.id })
  await repo.endRequest(tx, id, 'dismissed', ['asked'])
  return tellRequest(await getRequest(tx, context, id), context)
}

function refuseLate({ closesOn }: repo.KeptRequest, today: string): void {
  if (closesOn < today) throw new Refusal('conflict', 'feedback_over')
}
