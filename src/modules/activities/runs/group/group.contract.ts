import { z } from 'zod'
import { Day, endpoint, Id, IdParams, listOf, listQuery, manyOf } from '../../../../platform/contract.ts'
import { EVENT_STATES } from '../../events/events.contract.ts'
import { PROGRAMME_FORMS, PROGRAMME_KINDS } from '../../programmes/programmes.contract.ts'
import { RunModule } from '../../programmes/run-module.contract.ts'

/**
 * How a learner stands: `expected` before any meeting was marked, `absent` where others were marked and they never, `learning`
 * once they came; of a run that was held `ended`, or `unended` who did not come often enough.
 */
export const STANDINGS = ['expected', 'absent', 'learning', 'left', 'ended', 'unended'] as const
export type Standing = (typeof STANDINGS)[number]

const Run = z.object({
  event: z.object({ id: Id, title: z.string(), state: z.enum(EVENT_STATES), heldOn: z.iso.date() }),
  programme: z.object({
    id: Id,
    title: z.string(),
    kind: z.enum(PROGRAMME_KINDS),
    form: z.enum(PROGRAMME_FORMS),
    hours: z.number(),
    /** Of its elective modules a learner takes so many. */
    electives: z.int(),
  }),
  /** Modules it carries out; none: all of the programme. */
  modules: z.array(RunModule),
  /** Of the minutes of its marked meetings, so many hundredths make attendance. */
  leastShare: z.int(),
  meetings: z.array(
    z.object({
      id: Id,
      title: z.string(),
      day: z.iso.date(),
      from: z.string(),
      until: z.string(),
      /** In minutes. */
      length: z.int(),
      /** At least one person was marked at it. */
      isMarked: z.boolean(),
    }),
  ),
  /** With who left. */
  enrolled: z.int(),
  /** Who came at all; null while no meeting was marked. */
  began: z.int().nullable(),
  left: z.int(),
  /** Null before the run was held. */
  ended: z.int().nullable(),
  /** Of those who began, who is still there, or came to the end. */
  kept: z.int().nullable(),
  /** Marked at meetings without a seat: they are no learners. */
  strangers: z.int(),
  /** On which days somebody joined after it began: each has an order of its own. */
  joined: z.array(z.iso.date()),
  can: z.array(z.enum(['close', 'reopen', 'join'])),
})
export type Run = z.infer<typeof Run>

export const getRun = endpoint({
  id: 'getRun',
  method: 'get',
  path: '/api/events/{id}/run',
  summary: 'How the run of a programme goes: its meetings, and how many enrolled, began, left and came to the end',
  params: IdParams,
  reply: Run,
})

const Learner = z.object({
  person: z.object({ id: Id, name: z.string() }),
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  standing: z.enum(STANDINGS),
  /** Of who came after the run began: the journal is about them from that day on. */
  joinedOn: z.iso.date().nullable(),
  leftOn: z.iso.date().nullable(),
  leftFor: z.string().nullable(),
  /** Of all marked meetings; null while none was marked. */
  minutes: z.int().nullable(),
  /** In whole hundredths of the marked meetings, never rounded up; null while none was marked. */
  share: z.int().nullable(),
  /** What is short of the rule of the run, in minutes; 0 where nothing is. */
  lacking: z.int(),
  /** At which meetings, for how many minutes. */
  stays: z.array(z.object({ meetingId: Id, minutes: z.int() })),
  /** Elective modules they take. */
  chosen: z.array(z.object({ id: Id, title: z.string() })),
  can: z.array(z.enum(['leave', 'return'])),
})
export type Learner = z.infer<typeof Learner>

export const listLearners = endpoint({
  id: 'listLearners',
  method: 'get',
  path: '/api/events/{id}/learners',
  summary: 'The group of a run: who is enrolled, at which meetings they were, and what is short of the rule',
  params: IdParams,
  query: listQuery(['name', 'organisation', 'share'], {
    standing: manyOf(z.enum(STANDINGS)),
    /** Only those who have been there for less time than the rule asks. */
    lacking: z.enum(['yes']).optional(),
    /** Only those who have not chosen as many elective modules as they take. */
    unchosen: z.enum(['yes']).optional(),
  }),
  reply: listOf(Learner),
})

/** As many as one order names. */
const MOST_JOINING = 100

export const joinRun = endpoint({
  id: 'joinRun',
  method: 'post',
  path: '/api/events/{id}/learners',
  summary: 'Enrol people for a run that has begun, from a day on and for a reason that the order says',
  params: IdParams,
  body: z.strictObject({
    personIds: z.array(Id).min(1).max(MOST_JOINING),
    joinedOn: Day,
    reason: z.string().trim().min(3).max(1000),
  }),
  reply: listOf(Learner),
})

const LearnerParams = IdParams.extend({ personId: Id })

export const leaveRun = endpoint({
  id: 'leaveRun',
  method: 'post',
  path: '/api/events/{id}/learners/{personId}/leaving',
  summary: 'A learner leaves a run that has begun, on a day and for a reason; their seat goes to nobody else',
  params: LearnerParams,
  body: z.strictObject({ leftOn: Day, reason: z.string().trim().min(3).max(1000) }),
  reply: Learner,
})

export const returnToRun = endpoint({
  id: 'returnToRun',
  method: 'post',
  path: '/api/events/{id}/learners/{personId}/leaving/undo',
  summary: 'Take back that a learner left a run',
  params: LearnerParams,
  reply: Learner,
})
