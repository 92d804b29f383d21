export { consentRecords } from './consents/consents.records.ts'
export { hasConsent } from './consents/consents.repo.ts'
export { privacyPersonalData } from './personal-data.ts'
export { requestRecords } from './requests/requests.records.ts'
