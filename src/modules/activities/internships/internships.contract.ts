import { z } from 'zod'
import { Day, endpoint, Id, IdParams, listOf, listQuery, manyOf, Nothing } from '../../../platform/contract.ts'

export const INTERNSHIP_STATES = ['arranged', 'finished', 'cancelled'] as const
export type InternshipState = (typeof INTERNSHIP_STATES)[number]

export const INTERNSHIP_STEPS = ['keep', 'change', 'finish', 'cancel', 'reopen'] as const
export type InternshipStep = (typeof INTERNSHIP_STEPS)[number]

const State = z.enum(INTERNSHIP_STATES)
const Named = z.object({ id: Id, name: z.string() })

/** Who guides the intern: somebody on record in the district, or a guest by name. */
const supervisor = {
  supervisorId: Id.nullable(),
  supervisorGuest: z.string().trim().min(1).max(200).nullable(),
}

const line = {
  id: Id,
  version: z.int(),
  person: Named,
  model: z.object({ id: Id, title: z.string(), virtual: z.boolean(), hours: z.number() }),
  host: Named,
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  state: State,
  /** Of its tasks. */
  done: z.int(),
  tasks: z.int(),
}
const Line = z.object(line)
export type InternshipLine = z.infer<typeof Line>

const Entry = z.object({ id: Id, day: z.iso.date(), what: z.string(), minutes: z.int(), by: z.string().nullable() })
export type InternshipEntry = z.infer<typeof Entry>

const Task = z.object({ what: z.string(), doneOn: z.iso.date().nullable() })
export type InternshipTask = z.infer<typeof Task>

export const Internship = z.object({
  ...line,
  about: z.string(),
  equipment: z.string(),
  contact: z.string(),
  supervisor: z.object({ personId: Id.nullable(), name: z.string() }).nullable(),
  tasks: z.array(Task),
  entries: z.array(Entry),
  /** All that the log says. */
  minutes: z.int(),
  finishedOn: z.iso.date().nullable(),
  cancelledFor: z.string().nullable(),
  can: z.array(z.enum(INTERNSHIP_STEPS)),
})
export type Internship = z.infer<typeof Internship>

export const listInternships = endpoint({
  id: 'listInternships',
  method: 'get',
  path: '/api/internships',
  summary: 'Internships within one’s reach: of one’s people, at one’s organisation, one’s own and those one guides',
  query: listQuery(['startsOn', 'person', 'host'], {
    q: z.string().trim().max(200).optional(),
    state: manyOf(State),
    model: Id.optional(),
    host: Id.optional(),
  }),
  reply: listOf(Line).extend({ can: z.array(z.enum(['arrange'])) }),
})

export const getInternship = endpoint({
  id: 'getInternship',
  method: 'get',
  path: '/api/internships/{id}',
  summary: 'An internship with its tasks and its log',
  params: IdParams,
  reply: Internship,
  versioned: true,
})

type Supervised = {
  readonly supervisorId?: number | null | undefined
  readonly supervisorGuest?: string | null | undefined
}

const oneSupervisor = ({ supervisorId, supervisorGuest }: Supervised): boolean =>
  supervisorId == null || supervisorGuest == null

const ONE_SUPERVISOR = { path: ['supervisorId'], message: 'person_or_guest' }

export const arrangeInternship = endpoint({
  id: 'arrangeInternship',
  method: 'post',
  path: '/api/internships',
  summary: 'Arrange an internship of somebody within reach at a place that is free',
  body: z
    .strictObject({
      personId: Id,
      modelId: Id,
      hostId: Id,
      startsOn: Day,
      endsOn: Day,
      supervisorId: supervisor.supervisorId.default(null),
      supervisorGuest: supervisor.supervisorGuest.default(null),
    })
    .refine(oneSupervisor, ONE_SUPERVISOR),
  reply: Internship,
})

export const changeInternship = endpoint({
  id: 'changeInternship',
  method: 'patch',
  path: '/api/internships/{id}',
  summary: 'Change the days of an internship, or who guides it',
  params: IdParams,
  body: z
    .strictObject({ startsOn: Day, endsOn: Day, ...supervisor })
    .partial()
    .refine(oneSupervisor, ONE_SUPERVISOR),
  reply: Internship,
  versioned: true,
})

export const tickInternshipTask = endpoint({
  id: 'tickInternshipTask',
  method: 'put',
  path: '/api/internships/{id}/tasks/{at}',
  summary: 'Tick a task of an internship off, or take that back; `at` counts from 0',
  params: IdParams.extend({ at: z.coerce.number().int().min(0).max(39) }),
  body: z.strictObject({ done: z.boolean() }),
  reply: Internship,
  versioned: true,
})

export const addInternshipEntry = endpoint({
  id: 'addInternshipEntry',
  method: 'post',
  path: '/api/internships/{id}/entries',
  summary: 'Write down what was done on a day of an internship, and how long it took',
  params: IdParams,
  body: z.strictObject({ day: Day, what: z.string().trim().min(1).max(1000), minutes: z.int().min(1).max(1440) }),
  reply: Internship,
})

export const removeInternshipEntry = endpoint({
  id: 'removeInternshipEntry',
  method: 'delete',
  path: '/api/internships/{id}/entries/{entryId}',
  summary: 'Take a line out of the log of an internship',
  params: IdParams.extend({ entryId: Id }),
  reply: Nothing,
})

const step = { method: 'post', params: IdParams, reply: Internship, versioned: true } as const

export const finishInternship = endpoint({
  ...step,
  id: 'finishInternship',
  path: '/api/internships/{id}/finish',
  summary: 'Say that an internship is finished: from now on it counts as learning',
  body: z.strictObject({ finishedOn: Day }),
})

export const reopenInternship = endpoint({
  ...step,
  id: 'reopenInternship',
  path: '/api/internships/{id}/reopening',
  summary: 'Take back that an internship is finished, and that it counts',
})

export const cancelInternship = endpoint({
  ...step,
  id: 'cancelInternship',
  path: '/api/internships/{id}/cancellation',
  summary: 'Call an internship off, for a reason the intern reads',
  body: z.strictObject({ reason: z.string().trim().min(5).max(1000) }),
})
