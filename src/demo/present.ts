import type { Role } from '../access-matrix.ts'
import { askForFeedback, keepFeedbackAsOperator } from '../modules/activities/index.ts'
import { printBatchHandler } from '../modules/documents/index.ts'
import type { Services } from '../platform/services.ts'
import { createServer } from '../server.ts'
import { bring } from './brought.ts'
import { planCourses } from './courses.ts'
import type { Day } from './days.ts'
import { askForEvents } from './event-requests.ts'
import { noteFeatures } from './features.ts'
import { tellFederalRegister } from './federal.ts'
import { askOfEvents } from './feedback.ts'
import { holdInHouse } from './in-house.ts'
import { arrangeInternships } from './internships.ts'
import { givePapers } from './papers.ts'
import { fillRegister } from './programmes.ts'
import { holdRuns } from './runs.ts'
import { planSeason } from './season.ts'
import { type Visitor, visit } from './visitor.ts'

type Cast = {
  readonly tenant: number
  readonly until: Day
  readonly today: Day
  readonly addressOf: (role: Role) => string
  readonly password: string
}

/** What no spreadsheet tells: it is done on the pages, by those whose work it is, through the API of the pages. */
export async function tellPresent(
  services: Services,
  { tenant, until, today, addressOf, password }: Cast,
): Promise<void> {
  const app = await createServer(services)
  const visitors: Visitor[] = []
  const as = async (role: Role): Promise<Visitor> => {
    const visitor = await visit(app, addressOf(role), password)
    visitors.push(visitor)
    return visitor
  }
  try {
    const [methodist, school, head] = [await as('methodist'), await as('school_methodist'), await as('head')]
    const [teacher, reviewer] = [await as('teacher'), await as('leader')]
    await planSeason({ methodist, school, head, from: today })
    await noteFeatures(methodist, until)
    await givePapers(methodist, until)
    await fillRegister({ methodist, head, reviewer, until })
    await planCourses({ methodist, head, school, today })
    await holdRuns({ methodist, teacher, today })
    await tellFederalRegister({
      methodist,
      print: (batch) => printBatchHandler(services).run({ tenant, batch }, new AbortController().signal),
    })
    await arrangeInternships({ methodist, head, until })
    await bring({ teacher, methodist, until })
    await holdInHouse({ school, methodist, until })
    await askForEvents({ school, methodist, today })
    await askOfEvents({
      ...{ methodist, asked: [teacher, reviewer], today },
      keep: (told) => keepFeedbackAsOperator(services, tenant, told),
      ask: () => askForFeedback(services.database),
    })
    for (const visitor of visitors) await visitor.leave()
  } finally {
    await app.close()
  }
}
