import { sql } from 'kysely'
import type { ReadDb } from '../../../../platform/db/db.ts'
import { pageOf } from '../../../../platform/db/listing.ts'
import { type QueryContext, query, type Route } from '../../../../platform/http/route.ts'
import { findCompletion } from '../closing/closing.repo.ts'
import { findCompletedModules } from '../closing/modules.repo.ts'
import { tellOwnElectives } from '../electives/electives.service.ts'
import { findAttempts, findExaminations } from '../examinations/examinations.repo.ts'
import { findLearners, findRun } from '../group/group.repo.ts'
import { listMyRuns, type OwnRun } from './own.contract.ts'

export const ownRunRoutes: readonly Route[] = [
  query(listMyRuns, {
    may: 'enrolment.own',
    run: async (context, { query: asked }) => {
      const { items, total } = await findPlaces(context.db, context.reach.people, asked)
      const runs = await Promise.all(items.map((place) => tellRun(context, place)))
      return { items: runs.flatMap((run) => run ?? []), total }
    },
  }),
]

type Place = { readonly event: number; readonly person: number }

/** The latest first; what was called off is none any more. */
async function findPlaces(
  db: ReadDb,
  people: readonly number[],
  page: { readonly page: number; readonly size: number },
): Promise<{ items: Place[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const { rows } = await sql<Place & { total: number }>`
    select e.id as event, n.person_id as person, count(*) over ()::int as total
    from activities.enrolment n join activities.event e on e.id = n.event_id
    where n.person_id = any (${[...people]}::bigint[]) and n.state in ('enrolled', 'left')
      and e.programme_id is not null and e.state in ('announced', 'held')
    order by e.held_on desc, e.id desc limit ${limit} offset ${offset}`.execute(db)
  return { items: rows, total: rows[0]?.total ?? 0 }
}

async function tellRun({ db, actor, today }: QueryContext, { event, person }: Place): Promise<OwnRun | undefined> {
  const [run, learners, examinations, attempts, completion, electives, modules] = await Promise.all([
    findRun(db, event),
    findLearners(db, event, { person }),
    findExaminations(db, event),
    findAttempts(db, event, person),
    findCompletion(db, event, person),
    tellOwnElectives(db, { event, person }, today),
    findCompletedModules(db, event, person),
  ])
  const [learner] = learners.items
  if (run === undefined || learner === undefined) return undefined
  const { standing, leftOn, leftFor, minutes, share, lacking, stays } = learner
  const { title, kind, hours } = run.programme
  // What came of it is no secret from oneself; from who looks as oneself it is.
  const isOwn = actor.looker === undefined
  return {
    ...{ eventId: event, title: run.event.title, state: run.event.state, programme: { title, kind, hours } },
    ...{ standing, leftOn, leftFor, leastShare: run.leastShare, minutes, share, lacking },
    completed: isOwn ? completion : null,
    modules: isOwn ? modules : [],
    isPart: run.modules.length > 0,
    electives,
    meetings: run.meetings.map(({ isMarked, ...meeting }) => ({
      ...meeting,
      minutes: isMarked ? (stays.find(({ meetingId }) => meetingId === meeting.id)?.minutes ?? 0) : null,
    })),
    examinations: examinations.map((one) => ({
      ...{ id: one.id, title: one.title, kind: one.kind, heldOn: one.heldOn },
      attempts: isOwn ? (attempts.get(one.id) ?? []) : null,
    })),
  }
}
