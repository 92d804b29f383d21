import type { QueryContext } from '../../../platform/http/route.ts'
import type { Vocabulary } from '../../population/index.ts'
import { sayRule } from '../enrolment/admission.service.ts'
import { isAdmitted, ownPerson } from '../enrolment/enrolment.service.ts'
import { type Ranked, type Reason, rank } from './ranking.ts'
import type { Suggestion } from './suggestions.contract.ts'
import { type Ahead, findAhead, findProfile } from './suggestions.repo.ts'

const SHOWN = 10

type Fitting = { readonly items: Suggestion[]; readonly more: number; readonly busy: number }

/** What fits whoever asks in the month ahead, and why. */
export async function suggest(context: QueryContext, vocabulary: Vocabulary): Promise<Fitting> {
  const { db, reach, today, actor } = context
  const asked = { person: ownPerson(reach), today }
  const [profile, ahead] = await Promise.all([findProfile(db, asked), findAhead(db, asked)])
  // Results are closed to who looks as somebody else, and to programs made for a purpose.
  const known = actor.only === undefined ? profile : { ...profile, deficits: [] }
  const open = await admitting(context, vocabulary, ahead, asked.person)
  const candidates = open.map((event) => ({ ...event, isMeant: event.rule !== null }))
  const ranked = rank(candidates, known, today)
  const free = ranked.filter(({ event }) => !event.isBusy)
  return {
    items: free.slice(0, SHOWN).map((one) => tell(context, vocabulary, one)),
    more: Math.max(0, free.length - SHOWN),
    busy: ranked.length - free.length,
  }
}

/** Those whose rule takes the person; many events share a rule. */
async function admitting(
  { db, tenant, today }: QueryContext,
  vocabulary: Vocabulary,
  events: readonly Ahead[],
  person: number,
): Promise<Ahead[]> {
  const keyOf = ({ rule }: Ahead): string => JSON.stringify(rule)
  const rules = new Map(events.map((event) => [keyOf(event), event]))
  const answers = await Promise.all(
    [...rules].map(
      async ([key, event]) => [key, await isAdmitted(db, vocabulary, event, { tenant, today, person })] as const,
    ),
  )
  const takes = new Map(answers)
  return events.filter((event) => takes.get(keyOf(event)))
}

function tell(
  context: QueryContext,
  vocabulary: Vocabulary,
  { event, reasons }: Ranked<Ahead & { isMeant: boolean }>,
): Suggestion {
  const { eventId, title, form, startsOn, startsAt, place, isOnline, seatsLeft, byApproval } = event
  return {
    ...{ eventId, title, form, startsOn, startsAt, place, isOnline, seatsLeft, byApproval },
    reasons: reasons.map((reason) => sayReason(context, vocabulary, event, reason)),
  }
}

function sayReason(
  { services, language }: QueryContext,
  vocabulary: Vocabulary,
  event: Ahead,
  { code, ...details }: Reason,
): string {
  const said = {
    ...details,
    ...('on' in details && {
      on: details.on
        .split('-')
        .reverse()
        .join(language === 'en' ? '/' : '.'),
    }),
    ...(code === 'rule' && { rule: sayRule(vocabulary, event, language) ?? '' }),
  }
  return services.translator.say(language, `activities:reasons.${code}`, said)
}
