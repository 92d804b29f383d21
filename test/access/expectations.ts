import type { Expectation } from './expectation.ts'
import { asked } from './expectations/asked.ts'
import { coursePlans } from './expectations/course-plans.ts'
import { district } from './expectations/district.ts'
import { documents } from './expectations/documents.ts'
import { enrolment } from './expectations/enrolment.ts'
import { eventRequests } from './expectations/event-requests.ts'
import { events } from './expectations/events.ts'
import { feedback } from './expectations/feedback.ts'
import { holding } from './expectations/holding.ts'
import { identity } from './expectations/identity.ts'
import { inHouse } from './expectations/in-house.ts'
import { indicators } from './expectations/indicators.ts'
import { loads } from './expectations/loads.ts'
import { operation } from './expectations/operation.ts'
import { people } from './expectations/people.ts'
import { privacy } from './expectations/privacy.ts'
import { programmes } from './expectations/programmes.ts'
import { selfStudies } from './expectations/self-study.ts'

/** One line for every endpoint; the test fails while one is missing. */
export const expectations: Readonly<Record<string, Expectation>> = {
  ...asked,
  ...coursePlans,
  ...inHouse,
  ...district,
  ...documents,
  ...enrolment,
  ...eventRequests,
  ...events,
  ...feedback,
  ...holding,
  ...identity,
  ...indicators,
  ...loads,
  ...operation,
  ...people,
  ...privacy,
  ...programmes,
  ...selfStudies,
}
