import type { Block, Part, Table, Text } from '../../../../platform/documents/index.ts'
import { isNothing, type NoteFigure, type NoteRow } from '../figures.ts'
import { cellLink } from '../links.ts'
import type { NoteFacts } from '../note.facts.ts'
import { sliceWords } from '../note.words.ts'
import { sayCount, sayShare, sayShortDay } from '../russian.ts'
import { sayBand } from './inlines.ts'

/** Columns of figures that fit on a page across. */
const COLUMNS_MOST = 16

/** The appendices: every slice whole, indicators across; and how each indicator is counted. */
export function appendixParts(facts: NoteFacts): Part[] {
  const names = [...new Set(facts.figures.flatMap(({ slices }) => slices.map(({ name }) => name)))]
  const tables = names.flatMap((name) => wholeSlice(facts, name))
  const across = tables.map(({ is, ...table }, i): Block[] => [
    { is: 'heading', level: 1, text: `Приложение ${i + 1}. ${table.caption}` },
    { is, ...table, caption: `Значения на ${sayShortDay(facts.date)}: доля и «сколько из скольких» либо число` },
  ])
  return [
    ...(across.length === 0 ? [] : [{ landscape: true, blocks: across.flat() }]),
    { landscape: false, blocks: definitions(facts, across.length + 1) },
  ]
}

/** The tables of one kind of slice: as many indicators as fit, then the next ones. */
function wholeSlice(facts: NoteFacts, name: string): Table[] {
  const having = facts.figures.filter(({ now, slices }) => !isNothing(now) && rowsOf({ slices }, name).length > 0)
  const chunks = Array.from({ length: Math.ceil(having.length / COLUMNS_MOST) }, (_, i) =>
    having.slice(i * COLUMNS_MOST, (i + 1) * COLUMNS_MOST),
  )
  return chunks.map((figures) => matrix(facts, name, figures))
}

const rowsOf = ({ slices }: Pick<NoteFigure, 'slices'>, name: string): readonly NoteRow[] =>
  slices.find((slice) => slice.name === name)?.rows ?? []

function matrix(facts: NoteFacts, name: string, figures: readonly NoteFigure[]): Table {
  const cells = figures.map((figure) => new Map(rowsOf(figure, name).map((row) => [row.id, row])))
  const labels = new Map(figures.flatMap((figure) => rowsOf(figure, name)).map((row) => [row.id, row]))
  const keys = [...labels.values()].sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
  return {
    is: 'table',
    caption: `Показатели ${sliceWords(name).by}`,
    dense: true,
    columns: [
      { title: sliceWords(name).one, width: 34 },
      ...figures.map(({ code }) => ({ title: code, width: 10, align: 'end' as const })),
    ],
    rows: keys.map(({ id, label }) => [
      [label],
      ...figures.map(({ code }, i) => cellText(facts, code, name, cells[i]?.get(id))),
    ]),
  }
}

function cellText(facts: NoteFacts, code: string, slice: string, row: NoteRow | undefined): Text {
  if (row === undefined) return []
  const { numerator, denominator } = row.now
  const href = cellLink(facts, code, slice, row.key)
  if (denominator === null) return [{ text: sayCount(numerator), href }]
  if (denominator === 0) return ['—']
  return [{ text: sayShare(numerator, denominator), href }, '\n', `${sayCount(numerator)} из ${sayCount(denominator)}`]
}

function definitions({ figures }: NoteFacts, number: number): Block[] {
  return [
    { is: 'heading', level: 1, text: `Приложение ${number}. Как считаются показатели` },
    {
      is: 'table',
      caption: 'Определения, действующие на дату справки',
      columns: [
        { title: 'Код', width: 1 },
        { title: 'Показатель', width: 5 },
        { title: 'Что считается', width: 6 },
        { title: 'Границы', width: 3 },
      ],
      rows: figures.map((figure) => [
        [{ text: figure.code, strong: true }],
        [figure.title],
        [figure.sentence],
        [figure.band === undefined ? 'не заданы' : sayBand(figure)],
      ]),
    },
  ]
}
