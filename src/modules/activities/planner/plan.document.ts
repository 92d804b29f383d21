import type { Block, Document, Text } from '../../../platform/documents/index.ts'
import type { PlanRow } from './plan.repo.ts'

export type PlanFacts = {
  /** Whose plan it is. */
  readonly issuer: string
  /** ISO, the first of the month. */
  readonly month: string
  /** ISO, when it was printed. */
  readonly today: string
  readonly rows: readonly PlanRow[]
}

const monthInWords = new Intl.DateTimeFormat('ru', { month: 'long', timeZone: 'UTC' })
const dayInWords = new Intl.DateTimeFormat('ru', {
  ...{ day: '2-digit', month: '2-digit', weekday: 'short', timeZone: 'UTC' },
})

const momentOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** The plan of a month as a paper, in Russian: it is one of a Russian district, whoever prints it. */
export function planDocument({ issuer, month, today, rows }: PlanFacts): Document {
  const title = `План мероприятий на ${monthInWords.format(momentOf(month))} ${month.slice(0, 4)} года`
  return {
    ...{ title, language: 'ru', date: today, footer: `${issuer} · ${title.toLowerCase()}` },
    parts: [
      {
        landscape: true,
        blocks: [
          { is: 'title', text: title, under: [issuer] },
          rows.length === 0 ? { is: 'paragraph', text: ['Мероприятий не запланировано.'] } : tableOf(rows),
          { is: 'signature', position: 'Руководитель', name: '____________________' },
        ],
      },
    ],
  }
}

const tableOf = (rows: readonly PlanRow[]): Block => ({
  is: 'table',
  caption: 'Мероприятия по дням',
  columns: [
    { title: '№', width: 1, align: 'end' },
    { title: 'Дата и время', width: 3 },
    { title: 'Мероприятие', width: 8 },
    { title: 'Для кого', width: 3 },
    { title: 'Где', width: 4 },
    { title: 'Кто проводит, ответственный', width: 5 },
  ],
  rows: rows.map((row, at) => [
    [String(at + 1)],
    [whenOf(row)],
    whatOf(row),
    [row.audience ?? ''],
    [row.where ?? ''],
    [[row.organiser, row.responsible].filter(Boolean).join(', ')],
  ]),
})

function whenOf({ day, from, until }: PlanRow): string {
  const date = dayInWords.format(momentOf(day))
  return from === null ? date : `${date}, ${from}–${until}`
}

function whatOf({ title, form, speakers, state }: PlanRow): Text {
  return [
    { text: title, strong: true },
    ` (${form})`,
    ...(speakers.length === 0 ? [] : [`. Выступают: ${speakers.join(', ')}`]),
    ...(state === 'draft' ? [{ text: '. Проект', tone: 'muted' as const }] : []),
  ]
}
