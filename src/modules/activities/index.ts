import { attendance, events } from './exchange/events.exchange.ts'
import { learning } from './exchange/learning.exchange.ts'

export { enrolmentRecords } from './enrolment/enrolment.records.ts'
export { activitiesTerms } from './terms.ts'
export const activitiesSheets = [learning, events, attendance]
export { learningBook } from './learning.book.ts'
export { activitiesPersonalData } from './personal-data.ts'
export { speakerRecords } from './speaker.records.ts'
export { talks } from './talks.ts'
