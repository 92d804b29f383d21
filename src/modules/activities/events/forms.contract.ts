import { z } from 'zod'
import { endpoint, Id, IdParams, listOf } from '../../../platform/contract.ts'

/** A form of events (seminar, master class …): a value of the list `event_kind`. */
const Form = z.object({
  id: Id,
  label: z.string(),
  retired: z.boolean(),
  /** Whether people take part actively; null: nobody has said. */
  interactive: z.boolean().nullable(),
})
export type EventForm = z.infer<typeof Form>

export const listEventForms = endpoint({
  id: 'listEventForms',
  method: 'get',
  path: '/api/event-forms',
  summary: 'The forms events of the district have, and which are interactive',
  reply: listOf(Form),
})

export const markEventForm = endpoint({
  id: 'markEventForm',
  method: 'put',
  path: '/api/event-forms/{id}',
  summary: 'Say whether a form of events is interactive, or that it is not known',
  params: IdParams,
  body: z.strictObject({ interactive: z.boolean().nullable() }),
  reply: Form,
})
