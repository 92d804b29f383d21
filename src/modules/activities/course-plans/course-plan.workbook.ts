import { type Cell, type WrittenColumn, writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import type { CoursePlan } from './course-plans.contract.ts'
import type { Course } from './courses.contract.ts'
import { monthsOf } from './money.contract.ts'

type Say = (key: string) => string
type Column<Row> = Omit<WrittenColumn, 'header'> & { readonly name: string; cell(row: Row, say: Say): Cell }

const COURSES: readonly Column<Course>[] = [
  { name: 'person', width: 34, kind: 'text', cell: ({ person }) => person.name },
  { name: 'position', width: 24, kind: 'text', cell: ({ position }) => position },
  { name: 'programme', width: 50, kind: 'text', cell: ({ programme }) => programme?.title ?? null },
  { name: 'topic', width: 30, kind: 'text', cell: ({ topic }) => topic?.label ?? null },
  { name: 'reason', width: 26, cell: ({ reason }, say) => say(`reasons.${reason}`) },
  { name: 'note', width: 36, kind: 'text', cell: ({ note }) => note },
  { name: 'provider', width: 30, kind: 'text', cell: ({ provider }) => provider },
  { name: 'form', width: 22, cell: ({ form }, say) => say(`forms.${form}`) },
  { name: 'month', width: 10, kind: 'number', cell: ({ month }) => month },
  { name: 'hours', width: 10, kind: 'number', cell: ({ hours }) => hours },
  { name: 'funding', width: 26, cell: ({ funding }, say) => say(`fundings.${funding}`) },
  { name: 'price', width: 14, kind: 'number', cell: ({ price }) => price },
  { name: 'state', width: 18, cell: ({ state }, say) => say(`states.${state}`) },
  { name: 'event', width: 40, kind: 'text', cell: ({ enrolment }) => enrolment?.title ?? null },
  { name: 'learned', width: 50, kind: 'text', cell: ({ learned }) => learned?.title ?? null },
  {
    ...{ name: 'learnedOn', width: 14, kind: 'date' },
    cell: ({ learned }) => (learned === null ? null : { date: learned.endsOn }),
  },
]

const MONTHS: readonly Column<ReturnType<typeof monthsOf>[number]>[] = [
  { name: 'month', width: 10, kind: 'number', cell: ({ month }) => month },
  { name: 'courses', width: 12, kind: 'number', cell: ({ courses }) => courses },
  { name: 'hours', width: 12, kind: 'number', cell: ({ hours }) => hours },
  { name: 'budgetMoney', width: 18, kind: 'number', cell: ({ money }) => money.budget },
  { name: 'extraMoney', width: 26, kind: 'number', cell: ({ money }) => money.extra },
]

type Taken = { readonly plan: CoursePlan; readonly courses: readonly Course[]; readonly say: Say }

/** Courses on one sheet, what they come to by month on the other. */
export async function coursePlanWorkbook({ plan, courses, say }: Taken): Promise<Buffer> {
  const sheet = <Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]) => ({
    name: say(`sheets.${name}`),
    columns: columns.map(({ name: of, cell: _, ...column }) => ({ ...column, header: say(`columns.${of}`) })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row, say))),
  })
  return await writeWorkbook({
    sheets: [sheet('courses', COURSES, courses), sheet('months', MONTHS, monthsOf(plan.sums))],
  })
}
