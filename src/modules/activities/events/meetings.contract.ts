import { z } from 'zod'
import { Day, endpoint, Id, IdParams, Nothing } from '../../../platform/contract.ts'
import { WebLink } from '../../../platform/web-link.contract.ts'

/** `14:05`, in the district's time. */
const Time = z.iso.time({ precision: -1 })

const fields = {
  title: z.string().trim().max(300),
  day: Day,
  from: Time,
  until: Time,
  roomId: Id.nullable(),
  link: WebLink.nullable(),
}

/** A day and hours of an event, in the district's time. */
export const Meeting = z.object({
  id: Id,
  version: z.int(),
  title: z.string(),
  day: z.iso.date(),
  from: z.string(),
  until: z.string(),
  room: z.object({ id: Id, name: z.string(), organisationId: Id, organisation: z.string() }).nullable(),
  link: z.string().nullable(),
})
export type Meeting = z.infer<typeof Meeting>

export const NewMeeting = z.strictObject({
  ...fields,
  title: fields.title.default(''),
  roomId: fields.roomId.default(null),
  link: fields.link.default(null),
})
export type NewMeeting = z.infer<typeof NewMeeting>

const MeetingParams = IdParams.extend({ meetingId: Id })

export const addMeeting = endpoint({
  id: 'addMeeting',
  method: 'post',
  path: '/api/events/{id}/meetings',
  summary: 'Add a meeting to an event: a day of it, from when until when, and where',
  params: IdParams,
  body: NewMeeting,
  reply: Meeting,
})

export const changeMeeting = endpoint({
  id: 'changeMeeting',
  method: 'patch',
  path: '/api/events/{id}/meetings/{meetingId}',
  summary: 'Change a meeting of an event',
  params: MeetingParams,
  body: z.strictObject(fields).partial(),
  reply: Meeting,
  versioned: true,
})

export const removeMeeting = endpoint({
  id: 'removeMeeting',
  method: 'delete',
  path: '/api/events/{id}/meetings/{meetingId}',
  summary: 'Take a meeting out of an event',
  params: MeetingParams,
  reply: Nothing,
  versioned: true,
})
