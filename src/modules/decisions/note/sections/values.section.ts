import type { Block, Chart } from '../../../../platform/documents/index.ts'
import { amountOf } from '../../../indicators/index.ts'
import type { NoteFigure } from '../figures.ts'
import type { NoteFacts } from '../note.facts.ts'
import { NOTHING, sayPercent, sayShortDay } from '../russian.ts'
import { changeInline, figureInline, standingInline } from './inlines.ts'

/** Every indicator with its value, where it stands and how it changed; the shares as bars. */
export function valuesSection(facts: NoteFacts): Block[] {
  const { figures, compare } = facts
  const chart = sharesChart(facts)
  const isJudged = figures.some(({ band }) => band !== undefined)
  return [
    { is: 'heading', level: 1, text: 'Значения показателей' },
    {
      is: 'table',
      caption: `Показатели на ${sayShortDay(facts.date)}`,
      columns: [
        { title: 'Код', width: 8 },
        { title: 'Показатель', width: 44 },
        { title: 'Значение', width: 22, align: 'end' },
        ...(isJudged ? [{ title: 'Положение', width: 18 }] : []),
        { title: `Изменение с ${sayShortDay(compare)}`, width: 18, align: 'end' },
      ],
      rows: figures.map((figure) => [
        [{ text: figure.code, strong: true }],
        [figure.title],
        [figureInline(facts, figure)],
        ...(isJudged ? [[standingInline(figure)]] : []),
        [changeInline(figure.before, figure.now)],
      ]),
    },
    ...(chart === undefined ? [] : [{ is: 'chart' as const, ...chart }]),
  ]
}

/** The shares of both days; nothing where no share has a value. */
export function sharesChart({ figures, date, compare }: NoteFacts): Chart | undefined {
  const shares = figures.filter(({ isShare }) => isShare)
  const now = shares.map((figure) => rounded(amountOf(figure.now)))
  if (now.every((value) => value === null)) return undefined
  const before = shares.map((figure) => (figure.before === undefined ? null : rounded(amountOf(figure.before))))
  const hasBefore = before.some((value) => value !== null)
  return {
    kind: 'bar',
    title: 'Показатели, которые считаются долей',
    about: shares.map((figure) => describe(figure)).join('; '),
    unit: '%',
    categories: shares.map(({ code }) => code),
    series: [
      { name: `на ${sayShortDay(date)}`, values: now },
      ...(hasBefore ? [{ name: `на ${sayShortDay(compare)}`, values: before }] : []),
    ],
  }
}

function describe({ code, now }: NoteFigure): string {
  const amount = amountOf(now)
  return `${code} — ${amount === null ? NOTHING : sayPercent(amount)}`
}

/** To a hundredth: what is drawn is what can be read from its workbook. */
const rounded = (amount: number | null): number | null => (amount === null ? null : Math.round(amount * 100) / 100)
