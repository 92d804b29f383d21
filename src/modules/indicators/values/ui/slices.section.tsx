import { Group, SegmentedControl, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { download } from '../../../../web/api.ts'
import { sayCount, sayShortDay } from '../../../../web/formats.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { exportSlices } from '../values.contract.ts'
import { Moved } from './figure-table.tsx'
import { amountOf, figureOf, isShare, type Point, type Row, sayFigure } from './figures.ts'
import { indicatorWords } from './words.ts'

type Props = {
  readonly row: Row
  readonly before: { readonly date: string; readonly row: Row | undefined } | undefined
  readonly names: readonly string[]
  readonly date: string | undefined
  onAsk(slice: string, key: string): void
}

type Line = { readonly key: string; readonly label: string; readonly now: Point; readonly earlier: Point | undefined }

/** An indicator by its slices, beside another day where one is chosen; all of them at once as a workbook. */
export function SlicesSection({ row, before, names, date, onAsk }: Props): ReactNode {
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const [chosen, choose] = useState(names[0] ?? '')
  const name = names.includes(chosen) ? chosen : (names[0] ?? '')
  const sayName = (slice: string): string => (words.slices as Readonly<Record<string, string>>)[slice] ?? slice
  const compared: Column<Line>[] =
    before === undefined
      ? []
      : [
          {
            key: 'before',
            title: words.onDay(sayShortDay(before.date, language)),
            number: true,
            cell: ({ earlier }) => (earlier === undefined ? words.noData : <Value point={earlier} />),
          },
          {
            key: 'change',
            title: words.difference,
            number: true,
            cell: ({ now, earlier }) => <Moved before={earlier} now={now} />,
          },
        ]
  return (
    <Section
      title={words.bySlice}
      actions={
        <DownloadButton
          size="xs"
          className="rost-no-print"
          get={() =>
            download(exportSlices, {
              params: { code: row.code },
              query: { ...(date !== undefined && { date }), ...(before !== undefined && { before: before.date }) },
            })
          }
        >
          {words.slicesToExcel}
        </DownloadButton>
      }
    >
      <Group mb="sm">
        <SegmentedControl
          size="xs"
          aria-label={words.slice}
          value={name}
          onChange={choose}
          data={names.map((value) => ({ value, label: sayName(value) }))}
        />
      </Group>
      <div className="rost-near">
        <DataTable
          caption={sayName(name)}
          columns={[
            {
              key: 'label',
              title: sayName(name),
              cell: ({ key, label }) => (
                <button type="button" className="rost-sort" onClick={() => onAsk(name, key)}>
                  {label}
                </button>
              ),
            },
            {
              key: 'value',
              title:
                before === undefined || date === undefined ? words.value : words.onDay(sayShortDay(date, language)),
              number: true,
              cell: ({ now }) => <Value point={now} />,
            },
            ...(isShare(figureOf(row))
              ? [{ key: 'bar', title: '', cell: ({ now }: Line) => <ShareBar value={amountOf(now)} /> }]
              : []),
            ...compared,
          ]}
          rows={linesOf(row, before?.row, name)}
          keyOf={({ key }) => key}
          empty={<EmptyNote title={words.noDataHere}>{words.nobodyDetail}</EmptyNote>}
        />
      </div>
    </Section>
  )
}

/** How much of the whole, for the eye; the figure beside it says the same. */
const ShareBar = ({ value }: { readonly value: number | null }): ReactNode =>
  value === null ? null : (
    <div className="rost-bar" aria-hidden>
      <span style={{ width: `${Math.min(value, 100)}%` }} />
    </div>
  )

/** A share with its counts, or a count. */
function Value({ point }: { readonly point: Point }): ReactNode {
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const { numerator, denominator } = point
  return (
    <>
      {sayFigure(point, language, words.noData)}
      {numerator === undefined || denominator === undefined ? null : (
        <Text span size="xs" c="dimmed">
          {` · ${words.outOf(sayCount(numerator, language), sayCount(denominator, language))}`}
        </Text>
      )}
    </>
  )
}

function linesOf(row: Row, before: Row | undefined, name: string): Line[] {
  const earlier = new Map((before?.slices?.[name] ?? []).map((cell) => [cell.key, figureOf(cell)]))
  return (row.slices?.[name] ?? []).map((cell) => ({
    key: cell.key,
    label: cell.label,
    now: figureOf(cell),
    earlier: earlier.get(cell.key),
  }))
}
