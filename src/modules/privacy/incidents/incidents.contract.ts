import { z } from 'zod'
import { endpoint, FileReply, Id, IdParams, listOf } from '../../../platform/contract.ts'

const Moment = z.iso.datetime({ offset: true })
const Long = z.string().trim().max(4000).nullable()

const fields = {
  title: z.string().trim().min(3).max(200),
  happenedAt: Moment,
  knownAt: Moment,
  /** Which data, in words that name nobody. */
  data: z.string().trim().min(3).max(2000),
  /** Null: nobody knows yet. */
  people: z.int().min(0).max(10_000_000).nullable(),
  causes: Long,
  measures: Long,
}

/** A clock of the authority: the moment by which it has to be told, and how far that is. */
const Clock = z.object({
  dueAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
  state: z.enum(['done', 'late', 'near', 'open']),
})

const Incident = z.object({
  id: Id,
  version: z.int(),
  ...fields,
  happenedAt: z.iso.datetime(),
  knownAt: z.iso.datetime(),
  /** Within 24 hours after it became known: the first notice. */
  notice: Clock,
  /** Within 72 hours: what was found. */
  findings: Clock,
  closedAt: z.iso.datetime().nullable(),
  enteredBy: z.string().nullable(),
  can: z.array(z.enum(['change', 'notice', 'findings', 'close'])),
})
export type Incident = z.infer<typeof Incident>

export const listIncidents = endpoint({
  id: 'listIncidents',
  method: 'get',
  path: '/api/incidents',
  summary: 'Leaks and losses of data with the clocks of the supervisory authority, open ones first',
  reply: listOf(Incident),
})

export const getIncident = endpoint({
  id: 'getIncident',
  method: 'get',
  path: '/api/incidents/{id}',
  summary: 'An incident with data',
  params: IdParams,
  reply: Incident,
  versioned: true,
})

export const enterIncident = endpoint({
  id: 'enterIncident',
  method: 'post',
  path: '/api/incidents',
  summary: 'Enter an incident; both clocks run from the moment it became known',
  body: z.strictObject({
    ...fields,
    people: fields.people.default(null),
    causes: Long.default(null),
    measures: Long.default(null),
  }),
  reply: Incident,
})

export const changeIncident = endpoint({
  id: 'changeIncident',
  method: 'patch',
  path: '/api/incidents/{id}',
  summary: 'Write down what more is known of an incident',
  params: IdParams,
  body: z.strictObject(fields).partial(),
  reply: Incident,
  versioned: true,
})

export const stepIncident = endpoint({
  id: 'stepIncident',
  method: 'post',
  path: '/api/incidents/{id}/steps',
  summary: 'Note that the authority was told (notice, findings), or close the incident once both were sent',
  params: IdParams,
  body: z.strictObject({ step: z.enum(['notice', 'findings', 'close']) }),
  reply: Incident,
  versioned: true,
})

export const getIncidentDocument = endpoint({
  id: 'getIncidentDocument',
  method: 'get',
  path: '/api/incidents/{id}/document',
  summary: 'An incident as a paper for the authority: Word or PDF, in Russian',
  params: IdParams,
  query: z.object({ format: z.enum(['docx', 'pdf']).default('docx') }),
  reply: FileReply,
})
