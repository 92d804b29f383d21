import type { Block, Document, Text } from '../../../platform/documents/index.ts'
import type { CoursePlan } from './course-plans.contract.ts'
import type { Course } from './courses.contract.ts'
import { balanceOf, monthsOf } from './money.contract.ts'

export type PlanFacts = {
  readonly plan: CoursePlan
  readonly courses: readonly Course[]
  /** ISO, when it was printed. */
  readonly today: string
  say(key: string): string
}

const roubles = new Intl.NumberFormat('ru', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const monthInWords = new Intl.DateTimeFormat('ru', { month: 'long', timeZone: 'UTC' })
const dayInDigits = new Intl.DateTimeFormat('ru', { timeZone: 'UTC' })
const dayInWords = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' })

const monthOf = (month: number): string => monthInWords.format(Date.UTC(2000, month - 1))
const moment = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** The plan of a year as a school hangs it up: whom, of what, when, for what money; then what it comes to. */
export function coursePlanDocument({ plan, courses, today, say }: PlanFacts): Document {
  const { organisation, year, state, agreedOn } = plan
  const title = `План-график повышения квалификации педагогических работников на ${year} год`
  const standing =
    state === 'agreed' && agreedOn !== null
      ? `Согласован ${dayInWords.format(moment(agreedOn))}`
      : 'Проект: руководитель ещё не согласовал'
  return {
    ...{ title, language: 'ru', date: today, footer: `${organisation.name} · ${title.toLowerCase()}` },
    parts: [
      {
        landscape: true,
        blocks: [
          { is: 'title', text: title, under: [organisation.name, standing] },
          ...(courses.length === 0
            ? [{ is: 'paragraph', text: ['Обучение на этот год не запланировано.'] } as const]
            : [coursesTable(courses, say), { is: 'heading', level: 1, text: 'Средства' } as const, ...money(plan)]),
          { is: 'signature', position: 'Руководитель', name: '____________________' },
        ],
      },
    ],
  }
}

const coursesTable = (courses: readonly Course[], say: PlanFacts['say']): Block => ({
  is: 'table',
  dense: true,
  caption: 'Кто, чему и когда учится',
  columns: [
    { title: '№', width: 1, align: 'end' },
    { title: 'Фамилия, имя, отчество, должность', width: 5 },
    { title: 'Программа, тема', width: 6 },
    { title: 'Почему', width: 4 },
    { title: 'Где и как', width: 4 },
    { title: 'Месяц', width: 2 },
    { title: 'Часов', width: 1.5, align: 'end' },
    { title: 'Средства, ₽', width: 3 },
    { title: 'Что выполнено', width: 4 },
  ],
  rows: courses.map((course, at) => [
    [String(at + 1)],
    [{ text: course.person.name, strong: true }, ...(course.position === null ? [] : [`, ${course.position}`])],
    [[course.programme?.title, course.topic?.label].filter((text) => text !== undefined).join('; ')],
    [[say(`reasons.${course.reason}`), course.note].filter(Boolean).join(': ')],
    [[course.provider, say(`forms.${course.form}`)].filter(Boolean).join(', ')],
    [monthOf(course.month)],
    [String(course.hours)],
    [priceOf(course, say)],
    doneOf(course, say),
  ]),
})

function priceOf({ funding, price }: Course, say: PlanFacts['say']): string {
  if (funding === 'free') return say('fundings.free')
  return `${price === null ? 'цена не известна' : roubles.format(price)}, ${say(`fundings.${funding}`)}`
}

function doneOf({ learned, enrolment, state }: Course, say: PlanFacts['say']): Text {
  if (learned !== null) {
    return [`завершено ${dayInDigits.format(moment(learned.endsOn))}: ${learned.title}, ${learned.hours} ч`]
  }
  if (enrolment !== null && state === 'enrolled') return [`${say('states.enrolled')}: ${enrolment.title}`]
  return [say(`states.${state}`)]
}

function money({ sums, budgetMoney, extraMoney, progress }: CoursePlan): Block[] {
  const said = (value: number | null): Text => [value === null ? 'не указано' : roubles.format(value)]
  const names = { budget: 'Бюджет', extra: 'Внебюджетные средства' } as const
  return [
    {
      is: 'table',
      caption: 'Запланировано по месяцам',
      columns: [
        { title: 'Месяц', width: 3 },
        { title: 'Курсов', width: 2, align: 'end' },
        { title: 'Часов', width: 2, align: 'end' },
        { title: 'Бюджет, ₽', width: 3, align: 'end' },
        { title: 'Внебюджетные средства, ₽', width: 3, align: 'end' },
      ],
      rows: monthsOf(sums).map((month) => [
        [monthOf(month.month)],
        [String(month.courses)],
        [String(month.hours)],
        [roubles.format(month.money.budget)],
        [roubles.format(month.money.extra)],
      ]),
    },
    {
      is: 'table',
      caption: 'Запланировано и есть на год',
      columns: [
        { title: 'Источник', width: 4 },
        { title: 'Запланировано, ₽', width: 3, align: 'end' },
        { title: 'Есть на год, ₽', width: 3, align: 'end' },
        { title: 'Остаётся, ₽', width: 3, align: 'end' },
      ],
      rows: balanceOf(sums, { budgetMoney, extraMoney }).map((balance) => [
        [names[balance.funding]],
        [roubles.format(balance.planned) + (balance.unpriced === 0 ? '' : ` (без цены: ${balance.unpriced})`)],
        said(balance.budget),
        said(balance.rest),
      ]),
    },
    {
      is: 'paragraph',
      text: [`Курсов в плане: ${progress.courses}; завершено: ${progress.completed}; записаны: ${progress.enrolled}.`],
    },
  ]
}
