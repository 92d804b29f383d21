import { covers } from '../../../platform/access/access.ts'
import { sqlState } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { findOrAddValue } from '../../registry/index.ts'
import { insertStep, replaceModules, replaceProviders } from './parts.repo.ts'
import type { Programme, ProgrammeStep, requestProgramme as requestContract } from './programmes.contract.ts'
import { tellWhoAsked } from './programmes.news.ts'
import { isOrganisation, refuseReferences } from './programmes.references.ts'
import * as repo from './programmes.repo.ts'
import { FOLLOWS } from './programmes.rules.ts'
import { getProgramme, lockFor } from './programmes.service.ts'
import { findReview, insertReviews, updateReview } from './reviews.repo.ts'
import type { approveProgramme, judgeProgramme, registerProgramme, reviewProgramme } from './steps.contract.ts'

type BodyOf<T extends { readonly $in?: { readonly body: unknown } }> = NonNullable<T['$in']>['body']

export async function requestProgramme(
  context: CommandContext,
  { organisationId, ...typed }: BodyOf<typeof requestContract>,
): Promise<number> {
  const { tx, reach, actor, note } = context
  if (!(await isOrganisation(tx, organisationId))) throw invalidField('organisationId', 'reference_unknown')
  if (!covers(reach, { organisations: [organisationId] })) throw invalidField('organisationId', 'outside_reach')
  await refuseReferences(tx, typed)
  const { title, kind, form, topicId, reason } = typed
  const id = await repo.insertProgramme(tx, {
    ...{ title, kind, form, reason, topic_id: topicId, requested_by: organisationId, state: 'requested' },
  })
  await insertStep(tx, id, { state: 'requested', said: reason, account: actor.account })
  note({ kind: 'programme', id })
  return id
}

/** One step further, with what is said about it. Faults: 404, 409 where it does not follow, 412. */
export async function step(
  context: CommandContext,
  id: number,
  name: ProgrammeStep,
  { said = '', set = {} }: { readonly said?: string; readonly set?: repo.ProgrammeColumns } = {},
): Promise<Programme> {
  const { tx, actor, note, expectedVersion } = context
  const programme = await lockFor(context, id, name)
  note({ kind: 'programme', id })
  const state = FOLLOWS[programme.state][name]?.to ?? programme.state
  if (!(await repo.updateProgramme(tx, id, expectedVersion, { state, ...set }))) {
    throw new Refusal('version_conflict', 'version_conflict')
  }
  await insertStep(tx, id, { state, said, account: actor.account })
  await tellWhoAsked(tx, { programme: id, step: name, by: actor.account })
  return programme
}

/** Sends a draft to people of the district. Faults: 422 for who is not there. */
export async function review(
  context: CommandContext,
  id: number,
  { reviewers, dueOn }: BodyOf<typeof reviewProgramme>,
): Promise<void> {
  const { tx, today } = context
  if (dueOn < today) throw invalidField('dueOn', 'day_past')
  const people = [...new Set(reviewers)]
  const known = await tx.selectFrom('registry.person').select('id').where('id', 'in', people).execute()
  const ids = new Set(known.map((one) => one.id))
  const stranger = reviewers.findIndex((person) => !ids.has(person))
  if (stranger >= 0) throw invalidField(`reviewers.${stranger}`, 'reference_unknown')
  const { round } = await tx
    .selectFrom('activities.programme')
    .select('round')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await step(context, id, 'review', { set: { round: round + 1 } })
  await insertReviews(tx, id, { round: round + 1, people, dueOn })
}

/** The opinion of a reviewer, given or on paper; answers with the programme. Faults: 409 where nobody asks for it any more. */
export async function judge(
  context: CommandContext,
  id: number,
  { verdict, remarks }: BodyOf<typeof judgeProgramme>,
): Promise<number> {
  const { tx, actor, reach, note, expectedVersion } = context
  const asked = await findReview(tx, id)
  if (asked === undefined) throw new Refusal('not_found', 'not_found')
  const { reviews } = await lockFor(context, asked.programme, 'judge')
  const open = reviews.find((one) => one.id === id)
  if (open?.can.includes('judge') !== true) throw new Refusal('conflict', 'programme_state')
  note({ kind: 'programme', id: asked.programme, details: { review: id, verdict } })
  const enteredBy = reach.people.includes(asked.person) ? null : actor.account
  if (!(await updateReview(tx, id, expectedVersion, { verdict, remarks, enteredBy }))) {
    throw new Refusal('version_conflict', 'version_conflict')
  }
  return asked.programme
}

export async function approve(
  context: CommandContext,
  id: number,
  { orderNumber, orderOn }: BodyOf<typeof approveProgramme>,
): Promise<void> {
  if (orderOn > context.today) throw invalidField('orderOn', 'in_future')
  await step(context, id, 'approve', { set: { order_number: orderNumber, order_on: orderOn } })
}

/** Enters it in the register; the edition it was renewed from leaves it in the same moment. */
export async function register(
  context: CommandContext,
  id: number,
  { number, registeredOn, validUntil }: BodyOf<typeof registerProgramme>,
): Promise<void> {
  const { tx } = context
  if (validUntil !== null && validUntil < registeredOn) throw invalidField('validUntil', 'ends_before_start')
  const { title, edition, editions } = await getProgramme(context, tx, id)
  const value = await findOrAddValue(tx, 'programme', title)
  // Both may bear one number, and it stands in the register once.
  const older = editions.find((one) => one.edition < edition && one.state === 'registered')
  if (older !== undefined) await leave(context, older.id)
  const set = { number, registered_on: registeredOn, valid_until: validUntil, value_id: value }
  await refuseTakenNumber(() => step(context, id, 'register', { set }))
}

async function leave({ tx, actor }: CommandContext, id: number): Promise<void> {
  await tx
    .updateTable('activities.programme')
    .set(({ eb }) => ({ state: 'retired', version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await insertStep(tx, id, { state: 'retired', said: '', account: actor.account })
}

const UNIQUE = '23505'

async function refuseTakenNumber<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (sqlState(error) === UNIQUE) throw invalidField('number', 'programme_number_taken')
    throw error
  }
}

/** The next edition as a draft, with all that this one consists of; this one stays in the register until then. */
export async function renew(context: CommandContext, id: number, reason: string): Promise<number> {
  const { tx, actor, note } = context
  const programme = await step(context, id, 'renew', { said: reason })
  const { kind, form, title, hours, topic, about, audience, competences, results } = programme
  const { selfStudy, electives, edition, modules, providers } = programme
  const next = await repo.insertProgramme(tx, {
    ...{ title, kind, form, hours, about, audience, competences, results, electives, reason },
    ...{ topic_id: topic?.id ?? null, self_study: selfStudy },
    ...{ state: 'draft', renews_id: id, edition: edition + 1 },
  })
  await replaceModules(tx, next, modules)
  await replaceProviders(
    tx,
    next,
    providers.map(({ organisationId, name }) => ({ organisationId, outside: organisationId === null ? name : null })),
  )
  await insertStep(tx, next, { state: 'draft', said: reason, account: actor.account })
  note({ kind: 'programme', id: next })
  return next
}
