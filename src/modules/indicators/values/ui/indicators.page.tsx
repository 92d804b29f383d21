import { Group, SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sayDay } from '../../../../web/formats.ts'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { definitionWords } from '../../definitions/ui/words.ts'
import { useTrends } from '../../trend/ui/use-trends.ts'
import { DatesBar } from './dates-bar.tsx'
import { EmptyDistrict } from './empty-district.tsx'
import { FigureMap } from './figure-map.tsx'
import { FigureTable } from './figure-table.tsx'
import { figureOf, isNothing } from './figures.ts'
import { MembersDrawer } from './members.drawer.tsx'
import { useFigures } from './use-figures.ts'
import { useSureness } from './use-sureness.ts'
import { indicatorWords } from './words.ts'

const BY_ORGANISATION = ['organisation']

/** All indicators as of a day, compared with another, as a table or organisation by organisation. */
export function IndicatorsPage(): ReactNode {
  const words = useWords(indicatorWords)
  const defined = useWords(definitionWords)
  const { language } = useLanguage()
  const search = useSearch({ from: '/indicators' })
  const navigate = useNavigate({ from: '/indicators' })
  const change = (part: Partial<typeof search>): void =>
    void navigate({ search: (kept) => ({ ...kept, ...part }), replace: true })
  const isMap = search.view === 'map'
  const figures = useFigures({ date: search.date, ...(isMap && { by: BY_ORGANISATION }) })
  const before = useFigures({ date: search.before }, search.before !== undefined)
  const trends = useTrends({ date: figures.data?.date }, !isMap)
  const sureness = useSureness({ date: figures.data?.date }, !isMap && figures.data !== undefined)
  const rows = figures.data?.indicators
  const date = figures.data?.date ?? search.date
  const asked = rows?.find(({ code }) => code === search.who)
  return (
    <Page
      title={words.title}
      about={date === undefined ? '\u00a0' : words.asOf(sayDay(date, language))}
      actions={
        <>
          <ButtonLink to="/definitions" variant="default">
            {defined.title}
          </ButtonLink>
          {date === undefined ? null : (
            <ButtonLink to="/notes/monitoring" search={{ date, before: search.before }} variant="default">
              {words.note(sayDay(date, language))}
            </ButtonLink>
          )}
        </>
      }
    >
      <Group align="end" gap="sm" className="rost-no-print">
        <DatesBar date={date} before={search.before} onChange={change} />
        <SegmentedControl
          aria-label={words.view}
          value={search.view ?? 'table'}
          data={[
            { value: 'table', label: words.table },
            { value: 'map', label: words.map },
          ]}
          onChange={(view) => change({ view: view === 'map' ? 'map' : undefined })}
        />
      </Group>
      <ProblemNote error={figures.error ?? before.error} onRetry={() => figures.refetch()} />
      {rows?.every((row) => isNothing(figureOf(row))) ? (
        <EmptyDistrict />
      ) : isMap ? (
        <FigureMap rows={rows} onAsk={(who, key) => change({ who, slice: 'organisation', key })} />
      ) : (
        <FigureTable
          rows={rows}
          before={
            search.before && before.data && !before.isPlaceholderData
              ? { date: search.before, rows: before.data.indicators }
              : undefined
          }
          trends={trends}
          sureness={sureness}
          onAsk={({ code }, part) => change({ who: code, part })}
        />
      )}
      {asked !== undefined && date !== undefined ? (
        <MembersDrawer asked={search} title={asked.short} date={date} onChange={change} />
      ) : null}
    </Page>
  )
}
