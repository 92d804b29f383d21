import { addressOf, count, oneOf, text } from '../../../../web/address.ts'
import { PLAN_STATES } from '../course-plans.contract.ts'
import { COURSE_STATES } from '../courses.contract.ts'

const YEARS = { first: 2000, last: 2199 }

const year = (value: unknown): number | undefined => {
  const read = count(value)
  return read !== undefined && read >= YEARS.first && read <= YEARS.last ? read : undefined
}

const month = (value: unknown): number | undefined => {
  const read = count(value)
  return read !== undefined && read <= 12 ? read : undefined
}

export const readPlansSearch = addressOf({
  year,
  q: text(),
  state: oneOf([...PLAN_STATES, 'none']),
  sort: oneOf(['organisation', '-organisation', 'state', '-state']),
  page: count,
})
export type PlansSearch = ReturnType<typeof readPlansSearch>

export const readCoursesSearch = addressOf({
  year,
  q: text(),
  topic: count,
  bare: oneOf(['yes']),
  month,
  state: oneOf(COURSE_STATES),
  sort: oneOf(['month', '-month', 'person', '-person', 'organisation', '-organisation']),
  page: count,
})
export type CoursesSearch = ReturnType<typeof readCoursesSearch>

export const readDueSearch = addressOf({
  q: text(),
  show: oneOf(['pressing', 'everybody', 'away']),
  planned: oneOf(['all']),
  sort: oneOf(['due', '-due', 'name', '-name']),
  page: count,
})
