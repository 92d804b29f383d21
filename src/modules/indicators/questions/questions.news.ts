import type { CommandContext } from '../../../platform/http/route.ts'
import { notify } from '../../../platform/notifications.ts'
import { ASKED, HANDED, MINE } from './question.links.ts'
import { tellOfQuestion } from './questions.jobs.ts'
import type { StoredQuestion } from './questions.repo.ts'

/** Tells the other one in the client, and by mail of a question and of its answer. */
export async function tellOther(
  { tx, actor, services }: CommandContext,
  question: StoredQuestion,
  happened: 'asked' | 'answered' | 'reopened',
): Promise<void> {
  const { id, indicator, dueOn } = question
  const isAnswer = happened === 'answered'
  const about = indicator === null ? 'record' : 'question'
  await notify(tx, [isAnswer ? question.askedById : question.addresseeId], {
    kind: `indicators:${about}_${happened}`,
    link: !isAnswer ? HANDED : indicator === null ? MINE : ASKED,
    details: { question: id, day: dueOn, ...(indicator !== null && { code: indicator.code }) },
  })
  if (actor.tenant === null || happened === 'reopened') return
  await services.jobs.enqueue(tx, tellOfQuestion, { tenant: actor.tenant, question: id, of: happened })
}
