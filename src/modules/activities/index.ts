import { attendance, events } from './exchange/events.exchange.ts'
import { learning } from './exchange/learning.exchange.ts'

export { enrolmentRecords } from './enrolment/enrolment.records.ts'
export { invitationRecords } from './invitations/invitations.records.ts'
export { activitiesTerms } from './terms.ts'
export const activitiesSheets = [learning, events, attendance]
export { internshipRecords, supervisionRecords } from './internships/internship.records.ts'
export { activitiesPersonalData } from './personal-data.ts'
export { reviewRecords } from './programmes/reviews.records.ts'
export { speakerRecords } from './speaker.records.ts'
