import { Button, Skeleton, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call, chooseDistrict } from '../../../../web/api.ts'
import { sayCount, sayDay } from '../../../../web/formats.ts'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { queryClient } from '../../../../web/queries.ts'
import '../../ui/figures.css'
import { DatesBar } from '../../values/ui/dates-bar.tsx'
import { Moved } from '../../values/ui/figure-table.tsx'
import { amountOf, isShare, sayFigure } from '../../values/ui/figures.ts'
import { listRegionIndicators, type RegionDistrict, type RegionFigure } from '../region.contract.ts'
import { regionWords } from './words.ts'

const STEPS = 5

/** The districts of a region side by side: totals, each leading to the district's own page. */
export function RegionPage(): ReactNode {
  const words = useWords(regionWords)
  const { language } = useLanguage()
  const search = useSearch({ from: '/region' })
  const navigate = useNavigate({ from: '/region' })
  const now = useRegion(search.date)
  const before = useRegion(search.before, search.before !== undefined)
  const open = (code: string): void => {
    chooseDistrict(code)
    void queryClient.resetQueries()
    void navigate({ to: '/', search: { date: search.date, before: search.before } })
  }
  const { data } = now
  return (
    <Page
      title={words.title}
      about={data === undefined ? '\u00a0' : words.about(data.districts.length, sayDay(data.date, language))}
    >
      <DatesBar
        date={data?.date ?? search.date}
        before={search.before}
        onChange={(part) => void navigate({ search: (kept) => ({ ...kept, ...part }), replace: true })}
      />
      <ProblemNote error={now.error ?? before.error} onRetry={() => now.refetch()} />
      <Text size="sm" c="dimmed">
        {data?.districts.length === 1 ? words.only : words.note}
      </Text>
      {data === undefined ? (
        <Skeleton height={480} />
      ) : (
        <SideBySide
          indicators={data.indicators}
          districts={data.districts}
          before={search.before === undefined || before.isPlaceholderData ? undefined : before.data?.districts}
          onOpen={open}
        />
      )}
    </Page>
  )
}

const useRegion = (date: string | undefined, enabled = true) => {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['region', date, language],
    queryFn: ({ signal }) => call(listRegionIndicators, { query: date === undefined ? {} : { date } }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled,
  })
}

type Props = {
  readonly indicators: readonly { readonly code: string; readonly title: string; readonly short: string }[]
  readonly districts: readonly RegionDistrict[]
  readonly before: readonly RegionDistrict[] | undefined
  onOpen(code: string): void
}

/** Indicators down, districts across: there are few districts, and an indicator needs room for its name. */
function SideBySide({ indicators, districts, before, onOpen }: Props): ReactNode {
  const words = useWords(regionWords)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="rost-scrolls" aria-label={words.title} tabIndex={0}>
      <table className="rost-map rost-side">
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            {districts.map(({ code, name }) => (
              <th key={code} scope="col" className="rost-own-name">
                <Button
                  className="rost-own-name"
                  variant="subtle"
                  size="compact-sm"
                  aria-label={words.open(name)}
                  onClick={() => onOpen(code)}
                >
                  {name}
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ code, title, short }) => {
            const figures = districts.map((district) => figureIn(district, code))
            const most = Math.max(0, ...figures.map((figure) => (figure === undefined ? 0 : (amountOf(figure) ?? 0))))
            return (
              <tr key={code}>
                <th scope="row" title={title}>{`${code} ${short}`}</th>
                {districts.map((district, i) => (
                  <td key={district.code}>
                    <Cell
                      figure={figures[i]}
                      most={figures[i] !== undefined && isShare(figures[i]) ? 100 : most}
                      before={
                        before && {
                          figure: figureIn(
                            before.find((one) => one.code === district.code),
                            code,
                          ),
                        }
                      }
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const figureIn = (district: RegionDistrict | undefined, code: string): RegionFigure | undefined =>
  district?.figures.find((figure) => figure.code === code)

type CellProps = {
  readonly figure: RegionFigure | undefined
  readonly most: number
  readonly before: { readonly figure: RegionFigure | undefined } | undefined
}

function Cell({ figure, most, before }: CellProps): ReactNode {
  const words = useWords(regionWords)
  const { language } = useLanguage()
  if (figure === undefined) return <div className="rost-region-cell">{`○ ${words.missing}`}</div>
  const amount = amountOf(figure)
  const step =
    amount === null || figure.differs ? 'none' : String(Math.min(STEPS - 1, Math.floor((amount / (most || 1)) * STEPS)))
  const { numerator, denominator } = figure
  return (
    <>
      <div className="rost-region-cell rost-heat" data-step={step}>
        {sayFigure(figure, language, words.noData)}
      </div>
      <Text size="xs" c="dimmed" ta="end">
        {numerator === undefined || denominator === undefined
          ? ''
          : words.outOf(sayCount(numerator, language), sayCount(denominator, language))}
        {figure.differs ? ` ◆ ${words.differs}` : ''}
      </Text>
      {before === undefined ? null : (
        <Text size="xs" ta="end" component="div">
          <Moved before={before.figure} now={figure} />
        </Text>
      )}
    </>
  )
}
