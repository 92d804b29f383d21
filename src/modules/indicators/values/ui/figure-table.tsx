import { Button, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { sayCount, sayDifference, sayPoints, sayShortDay } from '../../../../web/formats.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Change, Mark } from '../../../../web/kit/marks.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { type Band, standingOf } from '../../bands/bands.contract.ts'
import { useBands } from '../../bands/ui/use-bands.ts'
import { bandWords } from '../../bands/ui/words.ts'
import type { Trend } from '../../trend/trend.contract.ts'
import { Sparkline } from '../../trend/ui/sparkline.tsx'
import { trendWords } from '../../trend/ui/words.ts'
import '../../ui/figures.css'
import type { Sureness } from '../values.contract.ts'
import type { Part } from './asked.ts'
import { amountOf, figureOf, isShare, movement, type Point, type Row, sayFigure } from './figures.ts'
import { indicatorWords } from './words.ts'

type Props = {
  readonly rows: readonly Row[] | undefined
  /** The same indicators on the day that is compared with. */
  readonly before?: { readonly date: string; readonly rows: readonly Row[] } | undefined
  /** The way of each; left out where it is not asked for, undefined while it is on its way. */
  readonly trends?: { readonly byCode: ReadonlyMap<string, Trend> | undefined } | undefined
  /** For how many each is open, where it is asked for. */
  readonly sureness?: ReadonlyMap<string, Sureness> | undefined
  /** Left out where nobody is asked about here. */
  onAsk?(row: Row, part?: Part): void
}

/** Each indicator with its counts, its change, and the people behind it. */
export function FigureTable({ rows, before, trends, sureness, onAsk }: Props): ReactNode {
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const mayNames = useMay('indicator.people')
  const trendTitle = useWords(trendWords)
  const bands = useBands()
  const isNarrow = useMediaQuery('(max-width: 47.99em)', false)
  const sayCounts = (row: Row): string => {
    const { numerator, denominator } = figureOf(row)
    return numerator === undefined || denominator === undefined
      ? ''
      : words.outOf(sayCount(numerator, language), sayCount(denominator, language))
  }
  const mayAsk = mayNames && onAsk !== undefined
  const countsOf = (row: Row): ReactNode => {
    const unsure = sureness?.get(row.code)?.unsure ?? 0
    if (unsure === 0) return sayCounts(row)
    const count = sayCount(unsure, language)
    return (
      <>
        <div>{sayCounts(row)}</div>
        {mayAsk ? (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onAsk(row, 'unsure')}
            aria-label={words.unsureOf(row.code, count)}
          >
            {words.someUnsaid(count)}
          </Button>
        ) : (
          words.someUnsaid(count)
        )}
      </>
    )
  }
  const movedOf = (row: Row): ReactNode => {
    const earlier = before?.rows.find(({ code }) => code === row.code)
    return before === undefined ? null : <Moved before={earlier && figureOf(earlier)} now={figureOf(row)} />
  }
  const whoOf = (row: Row): ReactNode => (
    <Button size="compact-sm" variant="default" onClick={() => onAsk?.(row)} aria-label={words.whoOf(row.code)}>
      {words.who}
    </Button>
  )
  const caption = words.title
  const keyOf = ({ code }: Row): string => code
  const titleOf = ({ code, title, short }: Row, text = short): ReactNode => (
    <TextLink to="/indicators/$code" params={{ code }} search={(kept) => kept} c="inherit" title={title}>
      {text}
    </TextLink>
  )
  if (isNarrow) {
    const narrow: Column<Row>[] = [
      { key: 'title', title: words.indicator, cell: (row) => titleOf(row, `${row.code} ${row.short}`) },
      {
        key: 'value',
        title: words.value,
        number: true,
        cell: (row) => (
          <>
            <Standing row={row} band={bands.get(row.code)} />
            <Text component="div" size="xs" c="dimmed">
              {countsOf(row)}
            </Text>
            <div>{movedOf(row)}</div>
            {mayAsk ? whoOf(row) : null}
          </>
        ),
      },
    ]
    return <DataTable caption={caption} columns={narrow} rows={rows} keyOf={keyOf} />
  }
  const columns: Column<Row>[] = [
    { key: 'code', title: words.code, cell: ({ code }) => code },
    { key: 'title', title: words.indicator, cell: (row) => titleOf(row) },
    {
      key: 'value',
      title: words.value,
      number: true,
      cell: (row) => <Standing row={row} band={bands.get(row.code)} />,
    },
    { key: 'counts', title: words.counts, number: true, cell: countsOf },
    ...(trends === undefined
      ? []
      : [
          {
            key: 'trend',
            title: trendTitle.column,
            cell: ({ code }: Row) =>
              trends.byCode === undefined || trends.byCode.has(code) ? (
                <Sparkline trend={trends.byCode?.get(code)} />
              ) : null,
          },
        ]),
  ]
  const compared: Column<Row>[] =
    before === undefined
      ? []
      : [
          {
            key: 'change',
            title: words.change(sayShortDay(before.date, language)),
            number: true,
            cell: movedOf,
          },
        ]
  const who: Column<Row>[] = mayAsk ? [{ key: 'who', title: '', cell: whoOf }] : []
  return <DataTable caption={caption} columns={[...columns, ...compared, ...who]} rows={rows} keyOf={keyOf} />
}

/** The value with where it stands, by shape and word; without a word where the district judges nothing. */
function Standing({ row, band }: { row: Row; band: Band | undefined }): ReactNode {
  const words = useWords(indicatorWords)
  const judged = useWords(bandWords)
  const { language } = useLanguage()
  const figure = figureOf(row)
  const standing = standingOf(amountOf(figure), band)
  const value = <Text fw={600}>{sayFigure(figure, language, words.noData)}</Text>
  if (standing === null) return value
  return (
    <>
      {value}
      <Text size="xs">
        <Mark state={standing}>{judged.standing[standing]}</Mark>
      </Text>
    </>
  )
}

/** By how much a figure moved, with its direction; says so where one of both is missing. */
export function Moved({ before, now }: { before: Point | undefined; now: Point }): ReactNode {
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const moved = movement(before, now)
  if (moved === null) return words.noData
  if (moved.is === 'still') return <Change by={0}>{words.same}</Change>
  return (
    <Change by={moved.by}>{isShare(now) ? sayPoints(moved.by, language) : sayDifference(moved.by, language)}</Change>
  )
}
