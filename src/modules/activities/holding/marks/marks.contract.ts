import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery } from '../../../../platform/contract.ts'
import { Event } from '../../events/events.contract.ts'

/** Marks sent together: a hall on two pages. */
export const MARKS_AT_ONCE = 500

/** How a mark became known: by the code of the screen, of who holds the event, from a list that was brought. */
const TOLD_BY = ['code', 'list', 'file'] as const

/** `14:05`, in the district's time. */
const Time = z.iso.time({ precision: -1 })

const times = {
  /** Both null: the whole meeting, or as many minutes as are said. */
  came: Time.nullable(),
  left: Time.nullable(),
  minutes: z.int().min(0).max(1440).nullable(),
}

const Line = z.object({
  person: z.object({ id: Id, name: z.string() }),
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  hasSeat: z.boolean(),
  /** Null: not marked at this meeting. */
  mark: z.object({ ...times, /** In all. */ stayed: z.int(), toldBy: z.enum(TOLD_BY) }).nullable(),
})
export type MarkLine = z.infer<typeof Line>

const MeetingParams = IdParams.extend({ meetingId: Id })

export const listMarks = endpoint({
  id: 'listMarks',
  method: 'get',
  path: '/api/events/{id}/meetings/{meetingId}/marks',
  summary: 'Who has a seat at an event or was marked at it, and for how long they were at this meeting',
  params: MeetingParams,
  query: listQuery(['name', 'organisation'], {}),
  reply: listOf(Line).extend({ marked: z.int(), /** Of the meeting, in minutes. */ length: z.int() }),
})

const Mark = z
  .strictObject({
    personId: Id,
    /** False: the mark is taken off. */
    here: z.boolean(),
    came: times.came.default(null),
    left: times.left.default(null),
    minutes: times.minutes.default(null),
  })
  .refine(({ came, left, minutes }) => minutes === null || (came === null && left === null), {
    message: 'minutes_or_times',
    path: ['minutes'],
  })
  .refine(({ came, left }) => came === null || left === null || came <= left, {
    message: 'ends_before_start',
    path: ['left'],
  })
export type Mark = z.infer<typeof Mark>

export const markPeople = endpoint({
  id: 'markPeople',
  method: 'post',
  path: '/api/events/{id}/meetings/{meetingId}/marks',
  summary: 'Mark who is at a meeting and for how long, or take marks off; of one person the last word counts',
  params: MeetingParams,
  body: z.strictObject({
    marks: z.array(Mark).min(1).max(MARKS_AT_ONCE),
    toldBy: z.enum(['list', 'file']).default('list'),
  }),
  reply: z.object({ marked: z.int() }),
})

export const changeLeastShare = endpoint({
  id: 'changeLeastShare',
  method: 'put',
  path: '/api/events/{id}/least-share',
  summary: 'Of the minutes of its meetings, how many hundredths make attendance of an event',
  params: IdParams,
  body: z.strictObject({ leastShare: z.int().min(1).max(100) }),
  reply: Event,
  versioned: true,
})
