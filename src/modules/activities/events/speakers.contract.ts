import { z } from 'zod'
import { endpoint, Id, IdParams, Nothing } from '../../../platform/contract.ts'

/** Who speaks, shows or trains: somebody on record in the district, or a guest by name. */
export const Speaker = z.object({
  id: Id,
  personId: Id.nullable(),
  name: z.string(),
  topic: z.string(),
  /** Of one meeting only. */
  meetingId: Id.nullable(),
})
export type Speaker = z.infer<typeof Speaker>

export const addSpeaker = endpoint({
  id: 'addSpeaker',
  method: 'post',
  path: '/api/events/{id}/speakers',
  summary: 'Say who speaks at an event: a person within reach, or a guest',
  params: IdParams,
  body: z
    .strictObject({
      personId: Id.nullable().default(null),
      guest: z.string().trim().min(1).max(200).nullable().default(null),
      topic: z.string().trim().max(300).default(''),
      meetingId: Id.nullable().default(null),
    })
    .refine(({ personId, guest }) => (personId === null) !== (guest === null), {
      path: ['personId'],
      message: 'person_or_guest',
    }),
  reply: Speaker,
})

export const removeSpeaker = endpoint({
  id: 'removeSpeaker',
  method: 'delete',
  path: '/api/events/{id}/speakers/{speakerId}',
  summary: 'Take a speaker off an event',
  params: IdParams.extend({ speakerId: Id }),
  reply: Nothing,
})
