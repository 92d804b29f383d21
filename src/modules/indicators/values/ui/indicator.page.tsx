import { Loader, SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, sayDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { BandCard } from '../../bands/ui/band.card.tsx'
import { listDefinitions } from '../../definitions/definitions.contract.ts'
import { FigureTable } from './figure-table.tsx'
import { figureOf, isShare, type Row, sayFigure } from './figures.ts'
import { MembersDrawer } from './members.drawer.tsx'
import { useFigures } from './use-figures.ts'
import { indicatorWords } from './words.ts'

/** One indicator: its definition in words as the headline formula, its value, and its slices down to the people. */
export function IndicatorPage(): ReactNode {
  const { code } = useParams({ from: '/indicators/$code' })
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const search = useSearch({ from: '/indicators/$code' })
  const navigate = useNavigate({ from: '/indicators/$code' })
  const definitions = useQuery({
    queryKey: ['definitions', language],
    queryFn: () => call(listDefinitions, { query: {} }),
    staleTime: 300_000,
  })
  const definition = definitions.data?.items.find((one) => one.code === code)
  const slices = definition?.body.slices ?? []
  const figures = useFigures({ date: search.date, code: [code], by: slices }, definition !== undefined)
  const row = figures.data?.indicators[0]
  const date = figures.data?.date
  const change = (part: Partial<typeof search>): void =>
    void navigate({ search: (kept) => ({ ...kept, ...part }), replace: true })
  if (definitions.isError) return <ProblemNote error={definitions.error} onRetry={() => definitions.refetch()} />
  if (definitions.isPending) return <Loader aria-label={words.title} />
  if (definition === undefined) return <EmptyNote title={words.noData} />
  return (
    <Page
      title={`${code} · ${definition.title}`}
      about={date === undefined ? '\u00a0' : words.asOf(sayDay(date, language))}
    >
      <Text size="lg">{`${definition.sentence.charAt(0).toUpperCase()}${definition.sentence.slice(1)}.`}</Text>
      <Text size="sm" c="dimmed">
        {words.edition(definition.version, sayDay(definition.validFrom, language))}
        {definition.orderReference === null ? '' : ` · ${definition.orderReference}`}
      </Text>
      <ProblemNote error={figures.error} onRetry={() => figures.refetch()} />
      <FigureTable rows={row === undefined ? undefined : [row]} onAsk={() => change({ who: code })} />
      {row === undefined ? null : <BandCard code={code} isShare={isShare(figureOf(row))} />}
      {row === undefined || slices.length === 0 ? null : (
        <Slices row={row} names={slices} onAsk={(slice, key) => change({ who: code, slice, key })} />
      )}
      {search.who !== undefined && date !== undefined ? (
        <MembersDrawer asked={search} title={definition.title} date={date} onChange={change} />
      ) : null}
    </Page>
  )
}

type SlicesProps = { readonly row: Row; readonly names: readonly string[]; onAsk(slice: string, key: string): void }

function Slices({ row, names, onAsk }: SlicesProps): ReactNode {
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const [chosen, choose] = useState(names[0] ?? '')
  const name = names.includes(chosen) ? chosen : (names[0] ?? '')
  const sayName = (slice: string): string => (words.slices as Readonly<Record<string, string>>)[slice] ?? slice
  return (
    <Section title={words.bySlice}>
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label={words.slice}
        value={name}
        onChange={choose}
        data={names.map((value) => ({ value, label: sayName(value) }))}
      />
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
            title: words.value,
            number: true,
            cell: (cell) => sayFigure(figureOf(cell), language, words.noData),
          },
          {
            key: 'counts',
            title: words.counts,
            number: true,
            cell: (cell) => {
              const { numerator, denominator } = figureOf(cell)
              return numerator === undefined || denominator === undefined
                ? ''
                : words.outOf(sayCount(numerator, language), sayCount(denominator, language))
            },
          },
        ]}
        rows={row.slices?.[name]}
        keyOf={({ key }) => key}
        empty={<EmptyNote title={words.noData} />}
      />
    </Section>
  )
}
