import { type Cast, castOf } from './cast.ts'
import { makeCommunities } from './communities.ts'
import { type Day, schoolYearOf } from './days.ts'
import { makeResults } from './diagnostics.ts'
import { addDoubles } from './doubles.ts'
import { makeEvents } from './events.ts'
import { addFaults } from './faults.ts'
import { makeLearning } from './learning.ts'
import { makeMentoring } from './mentoring.ts'
import { makeOrganisations } from './organisations.ts'
import { makePools } from './pools.ts'
import { randomOf } from './random.ts'
import { organisationsSheet, staffSheet } from './registry.ts'
import { makeSeats } from './seats.ts'
import type { MadeTable, Sheet } from './sheets.ts'
import { makeStaff } from './staff.ts'
import { makeStaffing } from './staffing.ts'
import type { Plan, Story } from './story.ts'

export type MadeDistrict = {
  readonly tables: readonly MadeTable[]
  /** What somebody has mended of them since. */
  readonly mended: readonly MadeTable[]
  readonly cast: Cast
}

/**
 * A made-up district as its spreadsheets have it on a day: four years of people who come, learn, meet and go, cut off
 * there. The same plan and day make the same rows; another day of the same school year makes the same story, told
 * further.
 */
export function makeDistrict(plan: Plan, until: Day): MadeDistrict {
  const story: Story = {
    plan,
    year: schoolYearOf(until),
    random: (kind) => randomOf(`${plan.code} ${kind}`),
  }
  const organisations = makeOrganisations(story)
  const seats = makeSeats(story, organisations)
  const staff = makeStaff(story, seats)
  const { sheet: diagnostics, results } = makeResults(story, staff)
  const { events, attendance } = makeEvents(story, organisations, staff)
  const { communities, members, leaders } = makeCommunities(story, organisations, staff)
  const { sheet: mentoring, mentors } = makeMentoring(story, staff)
  const { sheet: pools, experts } = makePools(story, staff, results)
  const sheets = [
    organisationsSheet(organisations, until),
    staffSheet(story, staff, until),
    makeLearning(story, staff),
    ...[diagnostics, events, attendance, communities, members, mentoring, pools],
    makeStaffing(story, seats, staff),
  ]
  return {
    ...addFaults(story, addDoubles(story, sheets.map(cut(until)))),
    cast: castOf(organisations, staff, { leaders, mentors, experts }),
  }
}

const cut =
  (until: Day) =>
  ({ file, name, columns, facts }: Sheet) => ({
    ...{ file, name, columns },
    rows: facts.filter(({ on }) => on <= until).map(({ cells }) => cells),
  })
