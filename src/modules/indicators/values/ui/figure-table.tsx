import { Button, Text } from '@mantine/core'
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
import { amountOf, figureOf, isShare, movement, type Row, sayFigure } from './figures.ts'
import { indicatorWords } from './words.ts'

type Props = {
  readonly rows: readonly Row[] | undefined
  /** The same indicators on the day that is compared with. */
  readonly before?: { readonly date: string; readonly rows: readonly Row[] } | undefined
  /** Left out where nobody is asked about here. */
  onAsk?(row: Row): void
}

/** Each indicator with its counts, its change, and the people behind it. */
export function FigureTable({ rows, before, onAsk }: Props): ReactNode {
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const mayNames = useMay('indicator.people')
  const bands = useBands()
  const columns: Column<Row>[] = [
    { key: 'code', title: words.code, cell: ({ code }) => code },
    {
      key: 'title',
      title: words.indicator,
      cell: ({ code, title }) => (
        <TextLink to="/indicators/$code" params={{ code }} search={(kept) => kept} c="inherit">
          {title}
        </TextLink>
      ),
    },
    {
      key: 'value',
      title: words.value,
      number: true,
      cell: (row) => <Standing row={row} band={bands.get(row.code)} />,
    },
    {
      key: 'counts',
      title: words.counts,
      number: true,
      cell: (row) => {
        const { numerator, denominator } = figureOf(row)
        return numerator === undefined || denominator === undefined
          ? ''
          : words.outOf(sayCount(numerator, language), sayCount(denominator, language))
      },
    },
  ]
  const compared: Column<Row>[] =
    before === undefined
      ? []
      : [
          {
            key: 'change',
            title: words.change(sayShortDay(before.date, language)),
            number: true,
            cell: (row) => {
              const earlier = before.rows.find(({ code }) => code === row.code)
              return <Moved earlier={earlier} row={row} />
            },
          },
        ]
  const who: Column<Row>[] =
    mayNames && onAsk !== undefined
      ? [
          {
            key: 'who',
            title: '',
            cell: (row) => (
              <Button size="compact-sm" variant="default" onClick={() => onAsk(row)} aria-label={words.whoOf(row.code)}>
                {words.who}
              </Button>
            ),
          },
        ]
      : []
  return (
    <DataTable
      caption={words.title}
      columns={[...columns, ...compared, ...who]}
      rows={rows}
      keyOf={({ code }) => code}
    />
  )
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

function Moved({ earlier, row }: { earlier: Row | undefined; row: Row }): ReactNode {
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const now = figureOf(row)
  const moved = movement(earlier === undefined ? undefined : figureOf(earlier), now)
  if (moved === null) return words.noData
  if (moved.is === 'still') return <Change by={0}>{words.same}</Change>
  return (
    <Change by={moved.by}>{isShare(now) ? sayPoints(moved.by, language) : sayDifference(moved.by, language)}</Change>
  )
}
