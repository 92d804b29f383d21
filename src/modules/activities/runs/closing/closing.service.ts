import type { ReadDb } from '../../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../../platform/errors.ts'
import type { CommandContext } from '../../../../platform/http/route.ts'
import { issueDocuments } from '../../../documents/index.ts'
import { tellPeople } from '../../enrolment/enrolment.news.ts'
import type { Event } from '../../events/events.contract.ts'
import { lockEvent, type StoredEvent, updateEvent } from '../../events/events.repo.ts'
import { lastDayOf } from '../../events/events.rules.ts'
import { getEvent } from '../../events/events.service.ts'
import { countGuests } from '../../holding/guests/guests.repo.ts'
import { deleteAttendance, insertAttendance } from '../../holding/holding.repo.ts'
import { enterLearning, strikeLearning } from '../../learning.repo.ts'
import { findChoosing } from '../electives/electives.repo.ts'
import { OPENED_BY_COURSE } from '../examinations/examinations.service.ts'
import { aboutOf, titleOfPart } from './about.ts'
import type { Closing, Completing, closeRun as closeRunContract } from './closing.contract.ts'
import * as repo from './closing.repo.ts'
import { type Completion, completionsOf, isAsShown, lacksOf, paperOf } from './closing.rules.ts'
import { areCounted, insertCompletedModules } from './modules.repo.ts'

/** Read inside a command: who completes it tells what came of examinations. */
export async function openClosing(context: CommandContext, id: number): Promise<Closing> {
  const { tx, note, mayAlso, today } = context
  const event = await lockRun(context, id)
  const taught = await getTaught(tx, id)
  const { items, examinations } = await judge(tx, id)
  const people = items.map(({ person }) => person.id)
  note({ kind: 'event', id, ...(people.length > 0 && { people, opened: OPENED_BY_COURSE }) })
  const { form: _, topic: __, ...learning } = taught
  const isOver = event.state === 'announced' && lastDayOf(event) <= today
  return {
    ...{ items, total: items.length, leastShare: event.leastShare, examinations, learning, modules: event.modules },
    paper: paperOf(event.programme.kind, taught.hours, isPart(event)),
    can: [...(isOver ? (['close'] as const) : []), ...(mayAlso('document.manage') ? (['give'] as const) : [])],
  }
}

type Body = NonNullable<(typeof closeRunContract)['$in']>['body']
type Closed = { completed: number; known: number; given: number; batch: number | null }

/** All of it or nothing. Faults: 403, 404, 412; 409 before its last day, once closed, or where what was shown is not so any more. */
export async function closeRun(
  context: CommandContext,
  id: number,
  { completing, overruled, documents }: Body,
): Promise<Closed> {
  const { tx, today, actor, note, expectedVersion, mayAlso } = context
  if (documents !== null && !mayAlso('document.manage')) throw new Refusal('forbidden', 'documents_of_centre')
  const event = await lockRun(context, id)
  if (event.state !== 'announced') throw new Refusal('conflict', 'event_state')
  if (lastDayOf(event) > today) throw new Refusal('conflict', 'run_goes_on')
  const completions = completionsOf((await judge(tx, id)).items, overruled)
  if (!isAsShown(completions, completing)) throw new Refusal('conflict', 'closing_changed')
  const people = completions.flatMap(({ person, completed }) => (completed ? [person] : []))
  note({ kind: 'event', id, details: { completed: people, overruled: overruled.map(({ personId }) => personId) } })
  const taught = await getTaught(tx, id)
  const { batch, given } = await giveDocuments(context, { event, taught, people }, documents)
  const counted = await enterAll(tx, { event, taught }, completions)
  await insertAttendance(tx, id, { absent: [], others: people })
  await countGuests(tx, id, true)
  await repo.insertClosing(tx, { event: id, account: actor.account, batch }, counted)
  await insertCompletedModules(tx, { event: id, people, on: taught.endsOn })
  if (!(await updateEvent(tx, id, expectedVersion, { step: { state: 'held', closed_at: new Date() } })))
    throw new Refusal('version_conflict', 'version_conflict')
  await tellPeople(tx, people, isPart(event) ? 'modules_completed' : 'run_completed', { event: id, day: event.heldOn })
  const known = isPart(event) ? 0 : counted.filter(({ completed, learning }) => completed && learning === null).length
  return { completed: people.length, known, given, batch }
}

/** Faults: 404, 412; 409 where it is not closed, or documents were given with it. */
export async function reopenRun(context: CommandContext, id: number): Promise<Event> {
  const { tx, note, expectedVersion } = context
  await lockRun(context, id)
  const closing = await repo.findClosing(tx, id)
  if (closing === undefined) throw new Refusal('conflict', 'event_state')
  if (closing.batch !== null) throw new Refusal('conflict', 'run_documents_given')
  if (await areCounted(tx, id)) throw new Refusal('conflict', 'modules_counted')
  note({ kind: 'event', id })
  for (const learning of closing.learning) await strikeLearning(tx, learning)
  await repo.deleteClosing(tx, id)
  await deleteAttendance(tx, id)
  await countGuests(tx, id, false)
  if (!(await updateEvent(tx, id, expectedVersion, { step: { state: 'announced', closed_at: null } })))
    throw new Refusal('version_conflict', 'version_conflict')
  return await getEvent(context, tx, id)
}

const isPart = ({ modules }: StoredEvent): boolean => modules.length > 0

type RunEvent = StoredEvent & { readonly programme: NonNullable<StoredEvent['programme']> }

async function lockRun({ tx }: CommandContext, id: number): Promise<RunEvent> {
  const event = await lockEvent(tx, id)
  if (event === undefined || event.programme === null) throw new Refusal('not_found', 'not_found')
  return { ...event, programme: event.programme }
}

async function getTaught(db: ReadDb, event: number): Promise<repo.Taught> {
  const taught = await repo.findTaught(db, event)
  if (taught === undefined) throw new Refusal('not_found', 'not_found')
  return taught
}

async function judge(db: ReadDb, event: number): Promise<{ items: Completing[]; examinations: number }> {
  const { learners, examinations } = await repo.findExaminedGroup(db, event)
  const electives = (await findChoosing(db, event))?.take ?? 0
  const items = learners.map(({ person, organisation, share, lacking, credited, chosen }) => {
    const lacks = lacksOf({ lacking, credited, examinations, chosen: chosen.length, electives })
    return { person, organisation, share, credited, lacks, completes: lacks.length === 0 }
  })
  return { items, examinations }
}

type Run = { readonly event: RunEvent; readonly taught: repo.Taught }

/** None where nobody completed it, or none are wanted. Faults: as `issueDocuments`; 422 for what the paper lacks. */
async function giveDocuments(
  { tx, services, tenant, actor, today }: CommandContext,
  { event, taught, people }: Run & { readonly people: readonly number[] },
  documents: Body['documents'],
): Promise<{ batch: number | null; given: number }> {
  if (documents === null || people.length === 0) return { batch: null, given: 0 }
  if (tenant === null) throw new Error('documents belong to a district')
  const { seriesId, signatoryId, issuedOn } = documents
  const title = isPart(event) ? titleOfPart(event.modules, event.programme.title, event.title) : taught.programme
  const paper = paperOf(event.programme.kind, taught.hours, isPart(event))
  if (issuedOn < taught.endsOn) throw invalidField('issuedOn', 'before_end_of_run')
  return await issueDocuments(
    { tx, services, tenant, account: actor.account, today },
    {
      ...{ about: aboutOf(paper, { ...taught, title }, documents), people, source: { kind: 'event', id: event.id } },
      ...{ seriesId, signatoryId, issuedOn },
    },
  )
}

/** Rows of learning under the numbers of the documents, where there are any. */
async function enterAll(
  tx: CommandContext['tx'],
  { event, taught }: Run,
  completions: readonly Completion[],
): Promise<repo.Counted[]> {
  const numbers = await repo.findNumbers(tx, { kind: 'event', id: event.id })
  const counted: repo.Counted[] = []
  for (const completion of completions) {
    const { person, completed } = completion
    const { form, programme, provider, hours, startsOn, endsOn, topic } = taught
    const learning =
      completed && !isPart(event)
        ? await enterLearning(tx, person, {
            ...{ kind: event.programme.kind, form, programme, provider, hours, startsOn, endsOn, topic },
            number: numbers.get(person) ?? null,
          })
        : null
    counted.push({ ...completion, learning })
  }
  return counted
}
