import type { Actor } from '../../../platform/access/access.ts'
import { appendJournal } from '../../../platform/journal/journal.ts'
import type { Services } from '../../../platform/services.ts'
import { addDays } from '../../population/index.ts'
import { endRequest, insertAnswers } from './answering.repo.ts'
import { findAskingOf, findWhoWasThere, insertAsking, insertRequest } from './asking.repo.ts'
import { TIMES } from './asking.ts'
import type { Answer, Stage } from './feedback.contract.ts'
import { findForm, insertForm } from './forms.repo.ts'

export type Told = {
  readonly event: number
  readonly stage: Stage
  /** The day on which people were asked. */
  readonly on: string
  /** One of each who answered; who else was there was asked and said nothing. */
  readonly answers: readonly (readonly Answer[])[]
}

/**
 * Keeps what was said of an event some time ago, as the operator of the machine knows it; nobody is told anything of it now.
 * Whose requests are there already has been asked, and stays as they are.
 */
export async function keepFeedbackAsOperator(
  { database }: Services,
  tenant: number,
  { event, stage, on, answers }: Told,
): Promise<void> {
  await database.write(tenant, async (tx) => {
    const form = await findForm(tx, stage)
    await insertForm(tx, stage, form)
    const closesOn = addDays(on, TIMES[stage].open)
    await insertAsking(tx, { event, stage, edition: form.edition, askedOn: on, closesOn })
    const asking = await findAskingOf(tx, event, stage)
    if (asking === undefined) throw new Error(`event ${event} is not asked of`)
    for (const [at, person] of (await findWhoWasThere(tx, event)).entries()) {
      const request = await insertRequest(tx, { event, stage, person }, on)
      const said = answers[at]
      if (request === undefined || said === undefined) continue
      if (await endRequest(tx, request, 'answered', ['asked'])) await insertAnswers(tx, asking, said)
    }
    const actor: Actor = { kind: 'operator', account: null, tenant, grants: [] }
    await appendJournal(tx, {
      ...{ actor, requestId: null, action: 'answerMyFeedback' },
      objects: [{ kind: 'event', id: event }],
    })
  })
}
