import type { ReadDb } from '../../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../../platform/errors.ts'
import type { CommandContext } from '../../../../platform/http/route.ts'
import { lockEvent, type StoredEvent } from '../../events/events.repo.ts'
import { isPlanned } from '../../events/events.rules.ts'
import { refuseUnseen } from '../../events/people.seen.ts'
import * as contract from './examinations.contract.ts'
import * as repo from './examinations.repo.ts'
import { stepOf, stepsOf } from './examinations.rules.ts'

/** Whoever holds a course opens its results for that, and nothing else has to be said. */
export const OPENED_BY_COURSE = { island: 'examinations', purpose: 'course' } as const

export async function addExamination(
  context: CommandContext,
  event: number,
  examination: contract.NewExamination,
): Promise<contract.Examination> {
  const { tx, note } = context
  const run = await lockRun(context, event)
  const before = await repo.findExaminations(tx, event)
  if (before.length >= contract.EXAMINATIONS_OF_A_RUN) throw new Refusal('conflict', 'examinations_many')
  await refuseExamination(context, run, examination)
  const id = await repo.insertExamination(tx, event, examination)
  note({ kind: 'examination', id })
  return await getExamination(context, id)
}

/** Faults: 404, 409, 412, 422. */
export async function changeExamination(
  context: CommandContext,
  id: number,
  examination: contract.NewExamination,
): Promise<contract.Examination> {
  const { tx, note, expectedVersion: version } = context
  const { event } = await find(tx, id)
  const run = await lockRun(context, event)
  await refuseExamination(context, run, examination)
  note({ kind: 'examination', id })
  if (!(await repo.updateExamination(tx, { id, version }, examination)))
    throw new Refusal('version_conflict', 'version_conflict')
  return await getExamination(context, id)
}

export async function removeExamination(context: CommandContext, id: number): Promise<void> {
  const { tx, note, expectedVersion } = context
  const { event } = await find(tx, id)
  await lockRun(context, event)
  if ((await find(tx, id)).entered > 0) throw new Refusal('conflict', 'examination_entered')
  note({ kind: 'examination', id })
  if (!(await repo.deleteExamination(tx, id, expectedVersion)))
    throw new Refusal('version_conflict', 'version_conflict')
}

/** Read inside a command: each learner whose result is shown reads who saw it. */
export async function openResults({ tx, note }: CommandContext, id: number): Promise<contract.Examined[]> {
  const examined = await repo.findExamined(tx, await find(tx, id))
  const people = examined.flatMap(({ person, attempts }) => (attempts.length === 0 ? [] : [person.id]))
  note({ kind: 'examination', id, ...(people.length > 0 && { people, opened: OPENED_BY_COURSE }) })
  return examined
}

type Entered = NonNullable<(typeof contract.enterResults)['$in']>['body']

/** Faults: 404; 409 before its day and once the run was held; 422 for who learns elsewhere, and what contradicts itself. */
export async function enterResults(
  context: CommandContext,
  id: number,
  { on, results }: Entered,
): Promise<{ entered: number }> {
  const { tx, today, note } = context
  const { event, heldOn } = await find(tx, id)
  const run = await lockRun(context, event)
  if (run.state !== 'announced' || heldOn > today) throw new Refusal('conflict', 'examination_ahead')
  if (on > today) throw invalidField('on', 'in_future')
  if (on < heldOn) throw invalidField('on', 'examination_day')
  const told = [...new Map(results.map((result) => [result.personId, result])).values()]
  const people = told.map(({ personId }) => personId)
  const learning = new Set(await repo.findLearning(tx, event, people))
  const last = await repo.findLastAttempts(tx, id, people)
  note({ kind: 'examination', id, details: { on, people } })
  const written = told.flatMap(({ personId, outcome }, at) => {
    if (!learning.has(personId)) throw invalidField(`results.${at}.personId`, 'reference_unknown')
    const step = stepOf(last.get(personId), { on, outcome })
    if (step.does === 'refuse') throw invalidField(`results.${at}.outcome`, step.because)
    return step.does === 'nothing' ? [] : [{ person: personId, attempt: step.attempt, outcome }]
  })
  await repo.writeResults(tx, { id, on }, written)
  return { entered: (await find(tx, id)).entered }
}

async function find(db: ReadDb, id: number): Promise<repo.StoredExamination> {
  const found = await repo.findExamination(db, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

/** Faults: 404 where the event runs no programme; 409 once it was held or called off. */
async function lockRun({ tx }: CommandContext, event: number): Promise<StoredEvent> {
  const run = await lockEvent(tx, event)
  if (run === undefined || run.programme === null) throw new Refusal('not_found', 'not_found')
  if (!isPlanned(run.state)) throw new Refusal('conflict', 'event_state')
  return run
}

async function refuseExamination(
  context: CommandContext,
  run: StoredEvent,
  { heldOn, examiners }: contract.NewExamination,
): Promise<void> {
  if (heldOn < run.heldOn) throw invalidField('heldOn', 'examination_before_run')
  const named = examiners.flatMap(({ personId }) => personId ?? [])
  if (new Set(named).size < named.length) throw invalidField('examiners', 'examiner_twice')
  for (const [at, { personId }] of examiners.entries()) {
    if (personId !== null) await refuseUnseen(context, personId, `examiners.${at}.personId`)
  }
}

const getExamination = async ({ tx, today }: CommandContext, id: number): Promise<contract.Examination> =>
  tellExamination(await find(tx, id), today)

export function tellExamination(
  { event: _, state, ...examination }: repo.StoredExamination,
  today: string,
): contract.Examination {
  return { ...examination, can: stepsOf({ ...examination, state }, today) }
}
