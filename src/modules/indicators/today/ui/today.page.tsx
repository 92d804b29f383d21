import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { call } from '../../../../web/api.ts'
import { sayDay, sayMoment } from '../../../../web/formats.ts'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { useTrends } from '../../trend/ui/use-trends.ts'
import { EmptyDistrict } from '../../values/ui/empty-district.tsx'
import { FigureTable } from '../../values/ui/figure-table.tsx'
import { figureOf, isNothing } from '../../values/ui/figures.ts'
import { useFigures } from '../../values/ui/use-figures.ts'
import { indicatorWords } from '../../values/ui/words.ts'
import { getDataAge } from '../../values/values.contract.ts'
import { AttentionCard } from './attention.card.tsx'
import { DeadlinesCard } from './deadlines.card.tsx'
import { MovesCard } from './moves.card.tsx'
import { yearBefore } from './since.ts'
import { useTitle } from './use-title.ts'
import { todayWords } from './words.ts'

const MembersDrawer = lazy(async () => ({
  default: (await import('../../values/ui/members.drawer.tsx')).MembersDrawer,
}))

/** Ten minutes with the figures, on the first page of whoever reads them; `first` stands above them. */
export function Today({ first }: { readonly first: ReactNode }): ReactNode {
  const words = useWords(todayWords)
  const figureWords = useWords(indicatorWords)
  const { language } = useLanguage()
  const district = useMe().district?.name
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const change = (part: Partial<typeof search>): void =>
    void navigate({ search: (kept) => ({ ...kept, ...part }), replace: true })
  const figures = useFigures({ date: search.date })
  const date = figures.data?.date ?? search.date
  const since = search.before ?? (date === undefined ? undefined : yearBefore(date))
  const before = useFigures({ date: since }, since !== undefined)
  const trends = useTrends({ date: figures.data?.date })
  const age = useQuery({ queryKey: ['data-age'], queryFn: () => call(getDataAge, {}), staleTime: 60_000 })
  const rows = figures.data?.indicators
  // Until the other day is there nothing is compared: kept figures of another day would look like no change.
  const earlier = since === undefined || before.isPlaceholderData ? undefined : before.data?.indicators
  const isOwn = figures.data?.of === 'own'
  const title = useTitle(isOwn)
  const asked = rows?.find(({ code }) => code === search.who)
  const isEmpty = rows?.every((row) => isNothing(figureOf(row)))
  const loadedAt = age.data?.loadedAt ?? null
  return (
    <div className="rost-today">
      <Page
        title={title.text}
        about={[
          title.of ?? district,
          date === undefined ? '' : words.asOf(sayDay(date, language)),
          loadedAt === null ? '' : words.loaded(sayMoment(loadedAt, language)),
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          date === undefined || isEmpty ? null : (
            <>
              <Button variant="default" onClick={() => window.print()}>
                {words.print}
              </Button>
              <ButtonLink to="/notes/monitoring" search={{ date, before: since }} variant="default">
                {figureWords.note(sayDay(date, language))}
              </ButtonLink>
            </>
          )
        }
      >
        {first}
        <ProblemNote error={figures.error ?? before.error} onRetry={() => figures.refetch()} />
        {isEmpty ? (
          <EmptyDistrict />
        ) : (
          <>
            <div className="rost-first">
              {date === undefined || since === undefined ? null : (
                <AttentionCard
                  rows={rows}
                  earlier={earlier}
                  date={date}
                  trends={trends.byCode}
                  byOrganisation={!isOwn}
                  onAsk={(who, key) => change({ who, slice: 'organisation', key, part: 'rest' })}
                />
              )}
              <div className="rost-beside">
                {date === undefined || since === undefined ? null : (
                  <MovesCard
                    rows={rows}
                    earlier={earlier}
                    date={date}
                    since={since}
                    trends={trends.byCode}
                    onSince={(day) => change({ before: day === yearBefore(date) ? undefined : day })}
                  />
                )}
                <DeadlinesCard />
              </div>
            </div>
            <Section
              title={isOwn ? words.ownFigures : words.figures}
              actions={
                <TextLink to="/indicators" size="sm" className="rost-no-print">
                  {figureWords.all}
                </TextLink>
              }
            >
              <FigureTable
                rows={rows}
                before={since !== undefined && earlier !== undefined ? { date: since, rows: earlier } : undefined}
                trends={trends}
                onAsk={({ code }) => change({ who: code })}
              />
            </Section>
          </>
        )}
        {asked !== undefined && date !== undefined ? (
          <Suspense fallback={null}>
            <MembersDrawer asked={search} title={asked.short} date={date} onChange={change} />
          </Suspense>
        ) : null}
      </Page>
    </div>
  )
}
