import { dayCell, type Fact, type Sheet } from './sheets.ts'
import type { Seat, Somebody, Story } from './story.ts'

/** Posts paid for elsewhere stand in no list of the organisation. */
const ELSEWHERE = /^(советник|тренер)/

/** The lists of posts as of each first of October: what is planned stays, what is filled follows who is there. */
export function makeStaffing(story: Story, seats: readonly Seat[], staff: readonly Somebody[]): Sheet {
  const facts: Fact[] = []
  const places = [...Map.groupBy(seats, ({ organisation, position }) => `${organisation.code} ${position}`).values()]
  const holders = Map.groupBy(
    staff.flatMap(({ employments }) => employments.filter(({ main }) => main)),
    ({ organisation, position }) => `${organisation.code} ${position}`,
  )
  for (let year = story.year - 4; year <= story.year; year++) {
    const on = `${year}-10-01`
    for (const place of places) {
      const [first] = place
      if (first === undefined || ELSEWHERE.test(first.position)) continue
      const { organisation, position } = first
      if (organisation.activeUntil !== null && organisation.activeUntil < on) continue
      const planned = place.reduce((sum, { rate }) => sum + rate, 0)
      const filled = (holders.get(`${organisation.code} ${position}`) ?? [])
        .filter(({ hired, dismissed }) => hired <= on && (dismissed === null || dismissed >= on))
        .reduce((sum, { rate }) => sum + rate, 0)
      facts.push({ on, cells: [organisation.code, position, planned, Math.min(filled, planned), dayCell(on)] })
    }
  }
  const columns = ['Код ОО', 'Должность', 'Ставок по штату', 'Занято ставок', 'На дату']
  return { file: 'staffing.xlsx', name: 'Штат', columns, facts }
}
