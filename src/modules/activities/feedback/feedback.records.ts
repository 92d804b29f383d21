import type { PersonRecords } from '../../registry/index.ts'

/** Of what somebody was asked; what they answered nobody can tell. */
export const feedbackRecords: PersonRecords = {
  table: 'activities.feedback_request',
  column: 'person_id',
  title: { ru: 'Просьбы об отзыве', en: 'Requests for feedback' },
  label: '(select e.title from activities.event e where e.tenant_id = t.tenant_id and e.id = t.event_id)',
  on: 't.asked_on',
  until: 'null',
  isLoaded: false,
}
