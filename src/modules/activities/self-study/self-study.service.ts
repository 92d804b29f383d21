import { covers, type Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { notify } from '../../../platform/notifications.ts'
import { scopeOfPerson } from '../../registry/index.ts'
import { findAccountsOf } from '../enrolment/enrolment.repo.ts'
import { paperOf } from '../runs/closing/closing.rules.ts'
import { takenFrom, type Wanted } from './offered.ts'
import type { changeSelfStudy as changeContract, SelfStudy, SelfStudyStep } from './self-study.contract.ts'
import * as repo from './self-study.repo.ts'
import { neededOf, passedOf, stepsOf } from './self-study.rules.ts'

type Asked = { readonly db: ReadDb }
type Named = { readonly params: { readonly id: number } }

/** It belongs to who employs the learner. */
export async function scopeOfLearner({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  const found = await repo.findSelfStudy(db, params.id)
  if (found === undefined) return undefined
  const scope = await scopeOfPerson({ db }, { params: { id: found.person.id } })
  return scope === undefined || scope === 'district' ? scope : { ...scope, people: [] }
}

/** And, to say what is passed, to who helps them: never to the learner. */
export async function scopeOfKeeping({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  const found = await repo.findSelfStudy(db, params.id)
  return found && (await scopeWith(db, found, []))
}

/** And, to be read, to the learner. */
export async function scopeOfSelfStudy({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  const found = await repo.findSelfStudy(db, params.id)
  return found && (await scopeWith(db, found, [found.person.id]))
}

async function scopeWith(
  db: ReadDb,
  { person, tutor }: repo.StoredSelfStudy,
  others: readonly number[],
): Promise<Scope> {
  const scope = await scopeOfPerson({ db }, { params: { id: person.id } })
  const organisations = scope === undefined || scope === 'district' ? [] : (scope.organisations ?? [])
  return { organisations, people: [...others, ...(tutor === null ? [] : [tutor.id])] }
}

type Reader = Pick<RequestContext, 'today' | 'reachAlso'>

export async function getSelfStudy(reader: Reader, db: ReadDb, id: number): Promise<SelfStudy> {
  const stored = await repo.findSelfStudy(db, id)
  if (stored === undefined) throw new Refusal('not_found', 'not_found')
  const { learningId: _, batch, ...study } = stored
  return {
    ...study,
    passed: passedOf(stored),
    needed: neededOf(stored),
    paper: paperOf(stored.programme.kind, stored.hours, stored.isPart),
    batch: reader.reachAlso('document.manage') === undefined ? null : batch,
    can: await findSteps(reader, db, stored),
  }
}

async function findSteps(reader: Reader, db: ReadDb, stored: repo.StoredSelfStudy): Promise<SelfStudyStep[]> {
  const employers = await scopeWith(db, { ...stored, tutor: null }, [])
  const may = (permission: string, scope: Scope): boolean => {
    const reach = reader.reachAlso(permission)
    return reach !== undefined && covers(reach, scope)
  }
  const looking = {
    isOwn: may('enrolment.own', { people: [stored.person.id] }),
    arranges: may('study.arrange', employers),
    keeps: may('study.keep', await scopeWith(db, stored, [])),
    finishes: may('document.manage', employers),
  }
  return stepsOf(stored, looking, reader.today)
}

/** Locked, where the step may be taken now. Faults: 404, 409. */
export async function lockFor(context: CommandContext, id: number, step: SelfStudyStep): Promise<repo.StoredSelfStudy> {
  const stored = await repo.lockSelfStudy(context.tx, id)
  if (stored === undefined) throw new Refusal('not_found', 'not_found')
  if ((await findSteps(context, context.tx, stored)).includes(step)) return stored
  if (stored.state === 'going' && stored.startsOn > context.today) throw new Refusal('conflict', 'study_ahead')
  if (stored.state === 'going' && step === 'finish') throw new Refusal('conflict', 'study_unfinished')
  throw new Refusal('conflict', 'study_state')
}

export async function save(context: CommandContext, id: number, set: repo.SelfStudySet): Promise<void> {
  context.note({ kind: 'self_study', id })
  if (!(await repo.updateSelfStudy(context.tx, id, context.expectedVersion, set)))
    throw new Refusal('version_conflict', 'version_conflict')
}

type New = Wanted & { readonly personId: number; readonly tutorId: number | null; readonly state: 'asked' | 'going' }

/** Faults: 422 for who or what is not there, not in reach or not offered without a group; 409 where they take it already. */
export async function begin(context: CommandContext, { personId, tutorId, state, ...wanted }: New): Promise<number> {
  const { tx, actor, note } = context
  if (state === 'going') await refusePerson(context, 'personId', personId, 'study.arrange')
  await refuseTutor(context, tutorId, personId)
  const modules = await takenFrom(tx, wanted)
  if (await repo.isTaken(tx, personId, wanted.programmeId)) throw new Refusal('conflict', 'study_taken')
  const id = await repo.insertSelfStudy(tx, {
    ...{ person_id: personId, programme_id: wanted.programmeId, is_part: wanted.moduleIds.length > 0 },
    ...{ starts_on: wanted.startsOn, ends_on: wanted.endsOn, state },
    arranged_by: state === 'going' ? actor.account : null,
    modules: modules.map((module) => ({ id: module, passedOn: null, evidence: '' })),
  })
  await repo.replaceTutor(tx, id, tutorId)
  note({ kind: 'self_study', id })
  if (state === 'going') await tell(context, { id, endsOn: wanted.endsOn }, [personId, tutorId], 'study_arranged')
  return id
}

export async function approve(context: CommandContext, id: number, tutorId: number | null): Promise<void> {
  const stored = await lockFor(context, id, 'approve')
  await refuseTutor(context, tutorId, stored.person.id)
  await save(context, id, { state: 'going', arranged_by: context.actor.account })
  await repo.replaceTutor(context.tx, id, tutorId)
  await tell(context, stored, [stored.person.id, tutorId], 'study_arranged')
}

/** What was asked for is declined, what goes on is called off; the learner reads why. */
export async function end(context: CommandContext, id: number, step: 'decline' | 'cancel', why: string): Promise<void> {
  const stored = await lockFor(context, id, step)
  await save(context, id, {
    state: step === 'decline' ? 'declined' : 'cancelled',
    ended_for: why,
    ended_on: context.today,
  })
  await tell(context, stored, [stored.person.id], step === 'decline' ? 'study_declined' : 'study_cancelled')
}

export async function withdraw(context: CommandContext, id: number): Promise<void> {
  const { tx, reach, note, expectedVersion } = context
  const stored = await repo.lockSelfStudy(tx, id)
  // What others asked for does not exist.
  if (stored === undefined || !reach.people.includes(stored.person.id)) throw new Refusal('not_found', 'not_found')
  await lockFor(context, id, 'withdraw')
  note({ kind: 'self_study', id })
  if (!(await repo.deleteSelfStudy(tx, id, expectedVersion))) throw new Refusal('version_conflict', 'version_conflict')
}

type Change = NonNullable<(typeof changeContract)['$in']>['body']

export async function change(context: CommandContext, id: number, { endsOn, tutorId }: Change): Promise<void> {
  const stored = await lockFor(context, id, 'change')
  if (endsOn !== undefined && endsOn < stored.startsOn) throw invalidField('endsOn', 'ends_before_start')
  if (tutorId !== undefined) await refuseTutor(context, tutorId, stored.person.id)
  await save(context, id, endsOn === undefined ? {} : { ends_on: endsOn })
  if (tutorId !== undefined) await repo.replaceTutor(context.tx, id, tutorId)
}

type Passed = { readonly passedOn: string | null; readonly evidence: string }

/** Faults: 404 for a module it is not made of. */
export async function passModule(
  context: CommandContext,
  id: number,
  module: number,
  { passedOn, evidence }: Passed,
): Promise<void> {
  const stored = await lockFor(context, id, 'keep')
  if (!stored.modules.some((one) => one.id === module)) throw new Refusal('not_found', 'not_found')
  if (passedOn !== null && passedOn < stored.startsOn) throw invalidField('passedOn', 'study_day')
  if (passedOn !== null && passedOn > context.today) throw invalidField('passedOn', 'in_future')
  const kept = stored.modules.map((one): repo.PassedModule => {
    const now = one.id === module ? { passedOn, evidence: passedOn === null ? '' : evidence } : one
    return { id: one.id, passedOn: now.passedOn, evidence: now.evidence }
  })
  await save(context, id, { modules: JSON.stringify(kept) })
}

type Told = 'study_arranged' | 'study_declined' | 'study_cancelled' | 'study_finished'

export async function tell(
  { tx }: CommandContext,
  { id, endsOn }: { readonly id: number; readonly endsOn: string },
  people: readonly (number | null)[],
  happened: Told,
): Promise<void> {
  const known = people.filter((person) => person !== null)
  const accounts = [...(await findAccountsOf(tx, known)).values()].flat()
  await notify(tx, accounts, { kind: `activities:${happened}`, link: `/self-studies/${id}`, details: { day: endsOn } })
}

async function refuseTutor(context: CommandContext, tutor: number | null, learner: number): Promise<void> {
  if (tutor === null) return
  if (tutor === learner) throw invalidField('tutorId', 'study_own_tutor')
  await refusePerson(context, 'tutorId', tutor, 'person.read')
}

/** Nobody is named whom one may not see or send: the name would come back. */
async function refusePerson(context: CommandContext, field: string, id: number, permission: string): Promise<void> {
  const scope = await scopeOfPerson({ db: context.tx }, { params: { id } })
  const reach = context.reachAlso(permission)
  if (scope === undefined || reach === undefined || !covers(reach, scope))
    throw invalidField(field, 'reference_unknown')
}
