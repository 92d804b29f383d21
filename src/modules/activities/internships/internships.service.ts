import { covers, type Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { scopeOfPerson } from '../../registry/index.ts'
import { enterLearning, strikeLearning } from '../learning.repo.ts'
import { findHost, findModel } from './catalogue.repo.ts'
import type {
  arrangeInternship,
  changeInternship as changeContract,
  Internship,
  InternshipStep,
} from './internships.contract.ts'
import * as repo from './internships.repo.ts'
import { hasOpenTasks, stepsOf } from './internships.rules.ts'

type BodyOf<T extends { readonly $in?: { readonly body: unknown } }> = NonNullable<T['$in']>['body']
type Asked = { readonly db: ReadDb }
type Named = { readonly params: { readonly id: number } }

/** An internship belongs to who employs the intern; who arranges for them is asked by it. */
export async function scopeOfIntern({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  const found = await repo.findInternship(db, params.id)
  return found && (await scopeOfPerson({ db }, { params: { id: found.person.id } }))
}

/** And, to be read and kept, to where it is done, to the intern and to who guides them. */
export async function scopeOfInternship({ db }: Asked, { params }: Named): Promise<Scope | undefined> {
  const found = await repo.findInternship(db, params.id)
  return found && (await widen(db, found))
}

async function widen(db: ReadDb, { person, hostOrganisationId, supervisor }: repo.StoredInternship): Promise<Scope> {
  const scope = await scopeOfPerson({ db }, { params: { id: person.id } })
  const organisations = scope === undefined || scope === 'district' ? [] : (scope.organisations ?? [])
  const guide = supervisor?.personId ?? null
  return {
    organisations: [...organisations, ...(hostOrganisationId === null ? [] : [hostOrganisationId])],
    people: [person.id, ...(guide === null ? [] : [guide])],
  }
}

type Reader = Pick<RequestContext, 'today' | 'reachAlso'>

export async function getInternship(reader: Reader, db: ReadDb, id: number): Promise<Internship> {
  const stored = await repo.findInternship(db, id)
  if (stored === undefined) throw new Refusal('not_found', 'not_found')
  const { hostOrganisationId: _, learningId: __, ...internship } = stored
  const entries = await repo.findEntries(db, id)
  return {
    ...internship,
    entries,
    minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
    done: stored.tasks.filter(({ doneOn }) => doneOn !== null).length,
    can: await findSteps(reader, db, stored),
  }
}

async function findSteps(reader: Reader, db: ReadDb, stored: repo.StoredInternship): Promise<InternshipStep[]> {
  const [arranged, kept] = [reader.reachAlso('internship.arrange'), reader.reachAlso('internship.keep')]
  const own = await scopeOfPerson({ db }, { params: { id: stored.person.id } })
  const looking = {
    arranges: arranged !== undefined && own !== undefined && covers(arranged, own),
    keeps: kept !== undefined && covers(kept, await widen(db, stored)),
  }
  return stepsOf(stored, looking, reader.today)
}

/** Locked, where the step may be taken now. Faults: 404, 409. */
export async function lockFor(
  context: CommandContext,
  id: number,
  step: InternshipStep,
): Promise<repo.StoredInternship> {
  const { tx, today } = context
  const stored = await repo.lockInternship(tx, id)
  if (stored === undefined) throw new Refusal('not_found', 'not_found')
  if ((await findSteps(context, tx, stored)).includes(step)) return stored
  if (stored.state === 'arranged' && stored.startsOn > today) throw new Refusal('conflict', 'internship_ahead')
  if (step === 'finish' && hasOpenTasks(stored.tasks)) throw new Refusal('conflict', 'internship_unfinished')
  throw new Refusal('conflict', 'internship_state')
}

export async function save(context: CommandContext, id: number, set: repo.InternshipSet): Promise<void> {
  context.note({ kind: 'internship', id })
  if (!(await repo.updateInternship(context.tx, id, context.expectedVersion, set))) {
    throw new Refusal('version_conflict', 'version_conflict')
  }
}

/** Faults: 422 for who or what is not there or not in reach, and where all places are taken. */
export async function arrange(context: CommandContext, body: BodyOf<typeof arrangeInternship>): Promise<number> {
  const { tx, actor, note, today } = context
  const { personId, modelId, hostId, startsOn, endsOn, supervisorId, supervisorGuest } = body
  await refusePerson(context, 'personId', personId, 'internship.arrange')
  if (supervisorId !== null) await refusePerson(context, 'supervisorId', supervisorId, 'person.read')
  const model = await findModel(tx, modelId)
  if (model === undefined) throw invalidField('modelId', 'reference_unknown')
  if (model.retired) throw invalidField('modelId', 'value_retired')
  const host = await findHost(tx, hostId, today)
  if (host === undefined) throw invalidField('hostId', 'reference_unknown')
  if (host.retired) throw invalidField('hostId', 'value_retired')
  await refuseDays(context, { startsOn, endsOn, host: hostId, but: null })
  const id = await repo.insertInternship(tx, {
    ...{ person_id: personId, model_id: modelId, host_id: hostId, starts_on: startsOn, ends_on: endsOn },
    arranged_by: actor.account,
    tasks: model.tasks.map((what) => ({ what, doneOn: null })),
  })
  await repo.replaceSupervisor(tx, id, { person: supervisorId, guest: supervisorGuest })
  note({ kind: 'internship', id })
  return id
}

export async function change(context: CommandContext, id: number, body: BodyOf<typeof changeContract>): Promise<void> {
  const stored = await lockFor(context, id, 'change')
  const { startsOn = stored.startsOn, endsOn = stored.endsOn, supervisorId, supervisorGuest } = body
  if (supervisorId != null) await refusePerson(context, 'supervisorId', supervisorId, 'person.read')
  await refuseDays(context, { startsOn, endsOn, host: stored.host.id, but: id })
  await save(context, id, { starts_on: startsOn, ends_on: endsOn })
  if (supervisorId === undefined && supervisorGuest === undefined) return
  await repo.replaceSupervisor(context.tx, id, { person: supervisorId ?? null, guest: supervisorGuest ?? null })
}

/** From now on it counts as learning. */
export async function finish(context: CommandContext, id: number, finishedOn: string): Promise<void> {
  const stored = await lockFor(context, id, 'finish')
  if (finishedOn < stored.startsOn) throw invalidField('finishedOn', 'ends_before_start')
  if (finishedOn > context.today) throw invalidField('finishedOn', 'in_future')
  const { person, model, host, startsOn } = stored
  const learning = await enterLearning(context.tx, person.id, {
    ...{ kind: 'internship', form: model.virtual ? 'distance' : 'in_person' },
    ...{ programme: model.title, provider: host.name, hours: model.hours, number: null },
    ...{ startsOn, endsOn: finishedOn },
  })
  // A file has brought the same record already.
  if (learning === null) throw new Refusal('conflict', 'internship_counted')
  await save(context, id, { state: 'finished', finished_on: finishedOn, learning_id: learning })
}

export async function reopen(context: CommandContext, id: number): Promise<void> {
  const { learningId } = await lockFor(context, id, 'reopen')
  await save(context, id, { state: 'arranged', finished_on: null, learning_id: null })
  if (learningId !== null) await strikeLearning(context.tx, learningId)
}

type Days = { readonly startsOn: string; readonly endsOn: string; readonly host: number; readonly but: number | null }

const LONGEST_DAYS = 366
const DAY_MS = 86_400_000

async function refuseDays({ tx, today }: CommandContext, { startsOn, endsOn, host, but }: Days): Promise<void> {
  if (endsOn < startsOn) throw invalidField('endsOn', 'ends_before_start')
  if ((Date.parse(endsOn) - Date.parse(startsOn)) / DAY_MS > LONGEST_DAYS)
    throw invalidField('endsOn', 'internship_long')
  const taken = await repo.countTaken(tx, host, { from: startsOn, to: endsOn, but })
  const places = (await findHost(tx, host, today))?.places ?? 0
  if (taken >= places) throw invalidField('startsOn', 'internship_full', { places })
}

/** Nobody is named whom one may not see or send: the name would come back. */
async function refusePerson(context: CommandContext, field: string, id: number, permission: string): Promise<void> {
  const scope = await scopeOfPerson({ db: context.tx }, { params: { id } })
  const reach = context.reachAlso(permission)
  if (scope === undefined || reach === undefined || !covers(reach, scope)) {
    throw invalidField(field, 'reference_unknown')
  }
}
