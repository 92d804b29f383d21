import type { ReadDb, Tenant } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import {
  asksForIsland,
  checkPopulation,
  findBelonging,
  requireTenant,
  sayPopulation,
  type Vocabulary,
} from '../../population/index.ts'
import type { Admission } from './admission.contract.ts'
import { findGate, findGateFor, type Gate, lockGate, writeAdmission } from './admission.repo.ts'
import type { Standing } from './enrolment.contract.ts'
import { seatNow } from './seating.ts'

/** Rules speak of people. */
const SUBJECT = 'person'

type Language = RequestContext['language']

export const sayRule = (vocabulary: Vocabulary, { rule }: Pick<Gate, 'rule'>, language: Language): string | null =>
  rule === null ? null : sayPopulation(vocabulary, SUBJECT, rule, language)

type Asked = {
  readonly tenant: Tenant
  readonly today: string
  /** Only these people; left out: everybody within these organisations. */
  readonly people?: readonly number[]
  readonly within?: readonly number[] | undefined
}

/** Whom of them the rule takes today; of an event without a rule everybody employed. */
export async function findAdmitted(
  db: ReadDb,
  vocabulary: Vocabulary,
  { rule }: Pick<Gate, 'rule'>,
  { tenant, today, people, within }: Asked,
): Promise<number[]> {
  const question = { subject: SUBJECT, population: rule ?? { all: [] }, date: today }
  const asked = people === undefined ? question : { ...question, ids: people }
  return await findBelonging(db, asked, { vocabulary, tenant: requireTenant(tenant), within })
}

/** As somebody meets it, with what else they have at these hours. Faults: 404. */
export async function getGateFor(db: ReadDb, event: number, person: number): Promise<Gate & Pick<Standing, 'clashes'>> {
  const gate = await findGateFor(db, event, person)
  if (gate === undefined) throw new Refusal('not_found', 'not_found')
  return gate
}

/** Faults: 404. */
export async function getGate(db: ReadDb, event: number): Promise<Gate> {
  const gate = await findGate(db, event)
  if (gate === undefined) throw new Refusal('not_found', 'not_found')
  return gate
}

export function tellAdmission(vocabulary: Vocabulary, gate: Gate, language: Language): Admission {
  const { rule, byApproval, quota, closesAt, offerHours, walkIn, version } = gate
  return {
    ...{ rule, byApproval, quota, offerHours, walkIn, version },
    closesAt: closesAt?.toISOString() ?? null,
    sentence: sayRule(vocabulary, gate, language),
  }
}

type Given = Omit<Admission, 'version' | 'sentence'>

/**
 * Whom the event takes from now on. Faults: 404; 412; 409 for one that is over; 422 for a rule that is not one, or that rests on
 * closed matters: by who may come everybody would read them.
 */
export async function changeAdmission(
  context: CommandContext,
  vocabulary: Vocabulary,
  event: number,
  given: Given,
): Promise<Gate> {
  const { tx, note, expectedVersion } = context
  refuseRule(vocabulary, given.rule)
  const gate = await lockGate(tx, event)
  if (gate === undefined) throw new Refusal('not_found', 'not_found')
  if (gate.state === 'held' || gate.state === 'cancelled') throw new Refusal('conflict', 'event_over')
  const closesAt = given.closesAt === null ? null : new Date(given.closesAt)
  if (!(await writeAdmission(tx, event, expectedVersion, { ...given, closesAt })))
    throw new Refusal('version_conflict', 'version_conflict')
  note({ kind: 'event', id: event, details: { quota: given.quota ?? 0, approval: given.byApproval ? 1 : 0 } })
  const changed = await getGate(tx, event)
  await seatNow(context, changed, [])
  return changed
}

function refuseRule(vocabulary: Vocabulary, rule: Admission['rule']): void {
  if (rule === null) return
  const faults = checkPopulation(vocabulary, SUBJECT, rule, 'rule')
  const isClosed = faults.length === 0 && asksForIsland(vocabulary, SUBJECT, rule)
  const found = isClosed ? [{ path: 'rule', code: 'rule_closed' }] : faults
  if (found.length === 0) return
  const fields = found.slice(0, 100).map((fault) => ({ in: 'body' as const, ...fault }))
  throw new Refusal('invalid', 'request_invalid', { fields })
}
