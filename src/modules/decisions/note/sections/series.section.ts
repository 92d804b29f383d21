import type { Block, Chart } from '../../../../platform/documents/index.ts'
import { amountOf } from '../../../indicators/index.ts'
import { isNothing, type NoteFigure } from '../figures.ts'
import { figureLink } from '../links.ts'
import type { NoteFacts } from '../note.facts.ts'
import { NOTHING, sayFigure, sayShortDay } from '../russian.ts'
import { changeInline } from './inlines.ts'

/** Indicators over several years: each a table and a line. */
export function seriesSection(facts: NoteFacts): Block[] {
  const shown = facts.figures.filter(({ series }) => series.length > 0)
  if (shown.length === 0) return []
  return [{ is: 'heading', level: 1, text: 'Динамика по годам' }, ...shown.flatMap((figure) => blocksOf(facts, figure))]
}

function blocksOf(facts: NoteFacts, { code, title, series, isShare }: NoteFigure): Block[] {
  const heading: Block = { is: 'heading', level: 2, text: `${code}. ${title}` }
  if (series.every(({ figure }) => isNothing(figure)))
    return [heading, { is: 'paragraph', text: ['Ни за один из этих годов данных нет.'] }]
  return [
    heading,
    {
      is: 'table',
      caption: 'По годам',
      columns: [
        { title: 'На дату', width: 3 },
        { title: 'Значение', width: 4, align: 'end' },
        { title: 'Изменение за год', width: 4, align: 'end' },
      ],
      rows: series.map(({ date, figure }, i) => [
        [sayShortDay(date)],
        [{ text: sayFigure(figure), href: figureLink({ ...facts, date }, code) }],
        [i === 0 ? '' : changeInline(series[i - 1]?.figure, figure)],
      ]),
    },
    { is: 'chart', ...seriesChart({ code, series, isShare }) },
  ]
}

export function seriesChart({ code, series, isShare }: Pick<NoteFigure, 'code' | 'series' | 'isShare'>): Chart {
  return {
    kind: 'line',
    title: `${code} по годам`,
    about: series
      .map(({ date, figure }) => `${sayShortDay(date)} — ${amountOf(figure) === null ? NOTHING : sayFigure(figure)}`)
      .join('; '),
    unit: isShare ? '%' : '',
    categories: series.map(({ date }) => sayShortDay(date)),
    series: [
      {
        name: code,
        values: series.map(({ figure }) => {
          const amount = amountOf(figure)
          return amount === null ? null : Math.round(amount * 100) / 100
        }),
      },
    ],
  }
}
