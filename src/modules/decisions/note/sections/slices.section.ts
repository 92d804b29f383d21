import type { Block, Text } from '../../../../platform/documents/index.ts'
import { amountOf } from '../../../indicators/index.ts'
import { changeOf, isNothing, type NoteFigure, type NoteRow, type NoteSlice } from '../figures.ts'
import { figureLink } from '../links.ts'
import type { NoteFacts } from '../note.facts.ts'
import { sliceWords } from '../note.words.ts'
import { FEWEST, ORGANISATIONS, type Outlier, organisationOutliers, outliersOf } from '../outliers.ts'
import { sayChange, sayShortDay, upperFirst } from '../russian.ts'
import { cellInline, changeInline } from './inlines.ts'

/** A slice of more keys is shortened to those that stand out; the appendix has all of them. */
const SHOWN_WHOLE = 8
const ENDS_SHOWN = 3

/** Each indicator by its slices, long ones shortened. */
export function slicesSection(facts: NoteFacts): Block[] {
  const shown = facts.figures.filter(({ slices, now }) => !isNothing(now) && slices.some(({ rows }) => rows.length > 0))
  return [
    { is: 'heading', level: 1, text: 'Разрезы' },
    ...(shown.length === 0 ? [paragraph('Разрезать нечего: данных нет.')] : []),
    ...shown.flatMap((figure) => [
      { is: 'heading' as const, level: 2 as const, text: `${figure.code}. ${figure.title}` },
      ...figure.slices.flatMap((slice) => blocksOf(facts, figure, slice)),
    ]),
  ]
}

const paragraph = (text: string): Block => ({ is: 'paragraph', text: [text], small: true })

function blocksOf(facts: NoteFacts, figure: NoteFigure, slice: NoteSlice): Block[] {
  const { rows } = slice
  if (rows.length === 0) return []
  const outliers =
    slice.name === ORGANISATIONS ? organisationOutliers(figure, facts.organisationTypes) : outliersOf(slice.rows)
  const shown = rows.length <= SHOWN_WHOLE ? rows : notable(rows, outliers)
  const far = new Map(outliers.map((outlier) => [outlier.row, outlier]))
  const isFar = shown.some((row) => far.has(row))
  return [
    {
      is: 'table',
      caption: captionOf(slice, shown.length),
      columns: [
        { title: sliceWords(slice.name).one, width: 40 },
        { title: 'Значение', width: 24, align: 'end' },
        { title: `Изменение с ${sayShortDay(facts.compare)}`, width: 20, align: 'end' },
        ...(isFar ? [{ title: 'Отличие от остальных', width: 20, align: 'end' as const }] : []),
      ],
      rows: shown.map((row) => [
        [row.label],
        [cellInline(facts, figure.code, slice.name, row.key, row.now)],
        [changeInline(row.before, row.now)],
        ...(isFar ? [farText(far.get(row))] : []),
      ]),
    },
    ...(shown.length < rows.length
      ? [
          {
            is: 'paragraph' as const,
            small: true,
            text: [
              'Остальные — в приложении и ',
              { text: 'на странице показателя', href: figureLink(facts, figure.code) },
              '.',
            ],
          },
        ]
      : []),
  ]
}

function captionOf({ name, rows }: NoteSlice, shown: number): string {
  const by = upperFirst(sliceWords(name).by)
  if (shown === rows.length) return by
  const isShare = rows.some(({ now }) => now.denominator !== null)
  return `${by}: ${shown} из ${rows.length}, ${isShare ? 'крайние значения' : 'наибольшие и больше всего изменившиеся'}`
}

const farText = (outlier: Outlier | undefined): Text =>
  outlier === undefined ? [] : [{ text: sayChange(outlier.by, true), tone: 'bad' }]

/**
 * The rows far from their peers, and the ends: of shares the lowest and highest over at least ten people, of counts the
 * largest and those that changed most. The largest first.
 */
function notable(rows: readonly NoteRow[], outliers: readonly Outlier[]): readonly NoteRow[] {
  const kept = new Set<NoteRow>(outliers.slice(0, SHOWN_WHOLE).map(({ row }) => row))
  const isShare = rows.some(({ now }) => now.denominator !== null)
  const candidates = isShare ? rows.filter(({ now }) => (now.denominator ?? 0) >= FEWEST) : rows
  const by = (read: (row: NoteRow) => number): NoteRow[] =>
    [...candidates].sort((one, other) => read(other) - read(one))
  const sorted = by((row) => amountOf(row.now) ?? 0)
  const ends = isShare
    ? [...sorted.slice(0, ENDS_SHOWN), ...sorted.slice(-ENDS_SHOWN)]
    : [
        ...sorted.slice(0, ENDS_SHOWN),
        ...by(({ before, now }) => Math.abs(changeOf(before, now)?.by ?? 0)).slice(0, ENDS_SHOWN),
      ]
  for (const row of ends) kept.add(row)
  return [...kept].sort((one, other) => (amountOf(other.now) ?? 0) - (amountOf(one.now) ?? 0))
}
