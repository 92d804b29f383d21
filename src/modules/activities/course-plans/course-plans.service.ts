import { covers, type Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { isOrganisation } from '../programmes/programmes.references.ts'
import type { CoursePlan, PlanStep } from './course-plans.contract.ts'
import * as repo from './course-plans.repo.ts'
import { type Part, stepsOf } from './course-plans.rules.ts'
import { findTrainingRule } from './training-rule.repo.ts'

type Reader = Pick<RequestContext, 'today' | 'reachAlso'>
type Asked = { readonly db: ReadDb }
type Named = { readonly params: { readonly id: number } }

/** A plan belongs to the organisation whose people it is about. */
export async function scopeOfPlan({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  const found = await repo.findPlan(db, params.id)
  return found && { organisations: [found.organisation.id] }
}

export const countingOf = async ({ today }: Pick<Reader, 'today'>, db: ReadDb): Promise<repo.Counting> => ({
  today,
  rule: await findTrainingRule(db),
})

/** As the reader sees it. Faults: 404 also for what another school has not agreed on yet. */
export async function getPlan(reader: Reader, db: ReadDb, id: number): Promise<CoursePlan> {
  const stored = await repo.findPlan(db, id)
  if (stored === undefined) throw new Refusal('not_found', 'not_found')
  const parts = partsOf(reader, stored.organisation.id)
  if (stored.state !== 'agreed' && !parts.includes('planner')) throw new Refusal('not_found', 'not_found')
  const counted = await repo.countPlan(db, stored, await countingOf(reader, db))
  return { ...stored, ...counted, can: stepsOf({ state: stored.state, courses: counted.progress.courses }, parts) }
}

const PARTS = [
  ['planner', 'course_plan.manage'],
  ['head', 'course_plan.agree'],
  ['sender', 'enrolment.nominate'],
] as const

const partsOf = ({ reachAlso }: Reader, organisation: number): Part[] =>
  PARTS.flatMap(([part, permission]) => {
    const reach = reachAlso(permission)
    return reach !== undefined && covers(reach, { organisations: [organisation] }) ? [part] : []
  })

/** The plan, locked, of which this may be done now. Faults: 404, 409. */
export async function lockFor(context: CommandContext, id: number, step: PlanStep): Promise<CoursePlan> {
  await repo.lockPlan(context.tx, id)
  const plan = await getPlan(context, context.tx, id)
  if (plan.can.includes(step)) return plan
  const isEmpty = plan.progress.courses === 0 && (step === 'propose' || step === 'agree')
  if (isEmpty) throw new Refusal('conflict', 'course_plan_empty')
  throw new Refusal('conflict', 'course_plan_state')
}

/** Faults: 422 for an organisation out of reach, and where it has a plan for the year. */
export async function openPlan(context: CommandContext, organisation: number, year: number): Promise<number> {
  const { tx, reach, note } = context
  if (!covers(reach, { organisations: [organisation] })) throw invalidField('organisationId', 'outside_reach')
  if (!(await isOrganisation(tx, organisation))) throw invalidField('organisationId', 'reference_unknown')
  const id = await repo.insertPlan(tx, organisation, year)
  if (id === undefined) throw invalidField('year', 'course_plan_there')
  note({ kind: 'course_plan', id })
  return id
}

async function save(context: CommandContext, id: number, set: repo.PlanSet): Promise<CoursePlan> {
  const { tx, note, expectedVersion } = context
  note({ kind: 'course_plan', id })
  if (!(await repo.updatePlan(tx, id, expectedVersion, set))) throw new Refusal('version_conflict', 'version_conflict')
  return await getPlan(context, tx, id)
}

type Budget = { readonly budgetMoney?: number | null | undefined; readonly extraMoney?: number | null | undefined }

const moneyOf = (value: number | null): string | null => (value === null ? null : value.toFixed(2))

export async function changeBudget(context: CommandContext, id: number, typed: Budget): Promise<CoursePlan> {
  await lockFor(context, id, 'change')
  const { budgetMoney, extraMoney } = typed
  return await save(context, id, {
    ...(budgetMoney !== undefined && { budget_money: moneyOf(budgetMoney) }),
    ...(extraMoney !== undefined && { extra_money: moneyOf(extraMoney) }),
  })
}

type Move = Exclude<PlanStep, 'change' | 'enrol'>

export async function move(context: CommandContext, id: number, step: Move, reason = ''): Promise<CoursePlan> {
  await lockFor(context, id, step)
  const { today, actor } = context
  const sets: Readonly<Record<Move, repo.PlanSet>> = {
    propose: { state: 'proposed', returned_for: null },
    agree: { state: 'agreed', agreed_on: today, agreed_by: actor.account, returned_for: null },
    return: { state: 'draft', returned_for: reason },
    reopen: { state: 'draft', agreed_on: null, agreed_by: null },
  }
  return await save(context, id, sets[step])
}
