import { Refusal } from '../../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../../platform/http/route.ts'
import { type Bucket, giveBack, takeTokens } from '../../../../platform/rate-limit.ts'
import { ownPerson } from '../../enrolment/enrolment.service.ts'
import { judge } from './presence.code.ts'
import type { Presence } from './presence.contract.ts'
import * as repo from './presence.repo.ts'

/** Who guesses is stopped long before meeting one of a million; of a hall behind one address each has tries of their own. */
const triesOf = ({ actor }: RequestContext): Bucket[] => [
  { name: 'presence', subject: String(actor.account), rate: { capacity: 10, refillSeconds: 30 } },
]

export const countTry = (context: RequestContext): Promise<void> => takeTokens(context.services, triesOf(context))

/** One is at a meeting and shows its code. Who is marked stays so, whatever the code. Faults: 404, 409. */
export async function markHere(context: CommandContext, meeting: number, code: string): Promise<Presence> {
  const { tx, reach, today, services, note } = context
  const person = ownPerson(reach)
  const screen = await repo.holdScreen(tx, meeting)
  if (screen === undefined || screen.state === 'draft') throw new Refusal('not_found', 'not_found')
  note({ kind: 'event', id: screen.event.id, details: { meeting, person } })
  const before = await repo.findStanding(tx, meeting, person)
  if (before.markedAt !== null) return { ...named(screen), ...before }
  if (screen.state === 'cancelled') throw new Refusal('conflict', 'enrolment_cancelled')
  if (screen.state === 'held') throw new Refusal('conflict', 'presence_closed')
  if (screen.meeting.day !== today) throw new Refusal('conflict', 'presence_other_day')
  const judged = judge(services.master, meetingOf(context, meeting), code, Date.now())
  if (judged === 'over') throw new Refusal('conflict', 'presence_code_over')
  if (judged === 'wrong') throw new Refusal('conflict', 'presence_code_wrong')
  if (!before.hasSeat && !screen.walkIn) throw new Refusal('conflict', 'presence_without_seat')
  await repo.insertPresence(tx, meeting, person)
  await giveBack(tx, services, triesOf(context))
  return { ...named(screen), ...(await repo.findStanding(tx, meeting, person)) }
}

/** The meeting of today that shows this code, else one that has shown it. Faults: 409. */
export async function markTyped(context: CommandContext, code: string): Promise<Presence> {
  const { tx, today, services } = context
  const now = Date.now()
  const judged = (await repo.findScreensOn(tx, today)).map(({ meeting: { id } }) => ({
    ...{ id, is: judge(services.master, meetingOf(context, id), code, now) },
  }))
  const meant = judged.find(({ is }) => is === 'good') ?? judged.find(({ is }) => is === 'over')
  if (meant === undefined) throw new Refusal('conflict', 'presence_code_wrong')
  return await markHere(context, meant.id, code)
}

export const named = ({ event, meeting }: repo.Screen): Pick<Presence, 'event' | 'meeting'> => ({ event, meeting })

export const meetingOf = ({ tenant }: Pick<RequestContext, 'tenant'>, id: number) => ({ tenant: tenant ?? 0, id })
