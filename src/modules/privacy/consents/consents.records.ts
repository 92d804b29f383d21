import type { PersonRecords } from '../../registry/index.ts'

/** Consents belong to whoever gave them: of a card of two people they go with the right one. */
export const consentRecords: PersonRecords = {
  table: 'privacy.consent',
  column: 'person_id',
  title: { ru: 'Согласия', en: 'Consents' },
  label: '(select x.title from privacy.consent_text x where x.tenant_id = t.tenant_id and x.id = t.text_id)',
  on: 't.given_at',
  until: 't.withdrawn_at',
  isLoaded: false,
}
