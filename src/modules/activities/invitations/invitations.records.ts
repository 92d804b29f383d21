import type { PersonRecords } from '../../registry/index.ts'

/** What somebody was invited to. */
export const invitationRecords: PersonRecords = {
  table: 'activities.invited',
  column: 'person_id',
  title: { ru: 'Приглашения на мероприятия', en: 'Invitations' },
  label: '(select e.title from activities.event e where e.tenant_id = t.tenant_id and e.id = t.event_id)',
  on: '(select e.held_on from activities.event e where e.tenant_id = t.tenant_id and e.id = t.event_id)',
  until: 'null',
  isLoaded: false,
}
