import { Text } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sayCount, sayDay, sayPoints } from '../../../../web/formats.ts'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Change, Mark } from '../../../../web/kit/marks.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { standingOf } from '../../bands/bands.contract.ts'
import { useBands } from '../../bands/ui/use-bands.ts'
import { bandWords } from '../../bands/ui/words.ts'
import { EmptyDistrict } from './empty-district.tsx'
import { FigureTable } from './figure-table.tsx'
import { amountOf, figureOf, isNothing, isShare, type Movement, movement, type Row, sayFigure } from './figures.ts'
import { MembersDrawer } from './members.drawer.tsx'
import { useFigures } from './use-figures.ts'
import { indicatorWords } from './words.ts'

const MONTHS_BACK = 6

/** The page for ten minutes: what moved, where it got worse, all figures of the district, and who is behind them. */
export function TodayPage(): ReactNode {
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const { district } = useMe()
  const search = useSearch({ from: '/' })
  const navigate = useNavigate({ from: '/' })
  const figures = useFigures({ date: search.date })
  const date = figures.data?.date ?? search.date
  const since = search.before ?? (date === undefined ? undefined : monthsBefore(date, MONTHS_BACK))
  const before = useFigures({ date: since }, since !== undefined)
  const rows = figures.data?.indicators
  const earlier = before.data?.indicators
  const asked = rows?.find(({ code }) => code === search.who)
  const isEmpty = rows?.every((row) => isNothing(figureOf(row)))
  return (
    <Page
      title={words.today}
      about={[district?.name, date === undefined ? '' : words.asOf(sayDay(date, language))].filter(Boolean).join(' · ')}
      actions={
        date === undefined || isEmpty ? null : (
          <ButtonLink to="/notes/monitoring" search={{ date, before: since }} variant="default">
            {words.note(sayDay(date, language))}
          </ButtonLink>
        )
      }
    >
      <ProblemNote error={figures.error ?? before.error} onRetry={() => figures.refetch()} />
      {isEmpty ? (
        <EmptyDistrict />
      ) : (
        <>
          <div className="rost-cards">
            <Moves rows={rows} earlier={earlier} since={since} />
            <Attention rows={rows} earlier={earlier} />
          </div>
          <Section
            title={words.sixteen}
            actions={
              <TextLink to="/indicators" size="sm">
                {words.all}
              </TextLink>
            }
          >
            <FigureTable
              rows={rows}
              before={since !== undefined && earlier !== undefined ? { date: since, rows: earlier } : undefined}
              onAsk={({ code }) => navigate({ search: (kept) => ({ ...kept, who: code }) })}
            />
          </Section>
        </>
      )}
      {asked !== undefined && date !== undefined ? (
        <MembersDrawer
          asked={search}
          title={asked.title}
          date={date}
          onChange={(part) => navigate({ search: (kept) => ({ ...kept, ...part }), replace: true })}
        />
      ) : null}
    </Page>
  )
}

type Compared = { readonly rows: readonly Row[] | undefined; readonly earlier: readonly Row[] | undefined }

const moveOf = (row: Row, earlier: readonly Row[] | undefined): Movement | null => {
  const then = earlier?.find(({ code }) => code === row.code)
  return movement(then === undefined ? undefined : figureOf(then), figureOf(row))
}

function Moves({ rows, earlier, since }: Compared & { since: string | undefined }): ReactNode {
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const moves = (rows ?? []).map((row) => moveOf(row, earlier)?.is ?? 'none')
  const count = (is: string): number => moves.filter((one) => one === is).length
  return (
    <section className="rost-card" aria-labelledby="moves">
      <Text id="moves" component="h2" fw={600} mb="xs">
        {words.changed(since === undefined ? '' : sayDay(since, language))}
      </Text>
      {rows === undefined || earlier === undefined ? null : (
        <>
          <div>
            <Change by={1}>{words.grows(count('up'))}</Change>
          </div>
          <div>
            <Change by={0}>{words.still(count('still'))}</Change>
          </div>
          <div>
            <Change by={-1}>{words.falls(count('down'))}</Change>
          </div>
          {count('none') === 0 ? null : <div>{`○ ${words.none(count('none'))}`}</div>}
        </>
      )}
    </section>
  )
}

const MOST = 6

/** What stands beyond its bound, then what fell: each with its value, its plan and the way to who is behind it. */
function Attention({ rows, earlier }: Compared): ReactNode {
  const words = useWords(indicatorWords)
  const judged = useWords(bandWords)
  const { language } = useLanguage()
  const bands = useBands()
  const seen = (rows ?? []).map((row) => {
    const amount = amountOf(figureOf(row))
    const band = bands.get(row.code)
    return { row, band, move: moveOf(row, earlier), standing: standingOf(amount, band) }
  })
  const beyond = seen.filter(({ standing }) => standing === 'bad')
  const fallen = seen
    .filter(({ row, move, standing }) => standing !== 'bad' && move?.is === 'down' && isShare(figureOf(row)))
    .sort((a, b) => (a.move?.by ?? 0) - (b.move?.by ?? 0))
  const shown = [...beyond, ...fallen].slice(0, MOST)
  return (
    <section className="rost-card" aria-labelledby="attention">
      <Text id="attention" component="h2" fw={600} mb="xs">
        {words.attention}
      </Text>
      {rows !== undefined && shown.length === 0 ? <Text c="dimmed">{words.nothingToSee}</Text> : null}
      <ul className="rost-plain-list">
        {shown.map(({ row, band, move, standing }) => (
          <li key={row.code}>
            <TextLink to="/indicators/$code" params={{ code: row.code }} c="inherit">
              {`${row.code} ${row.title}`}
            </TextLink>{' '}
            <Text span size="sm" c="dimmed">
              {[
                sayFigure(figureOf(row), language, words.noData),
                ...(move === null || move.is === 'still' || !isShare(figureOf(row))
                  ? []
                  : [sayPoints(move.by, language)]),
                ...(band?.plan == null
                  ? []
                  : [judged.planned(`${sayCount(band.plan, language)}${isShare(figureOf(row)) ? '\u00a0%' : ''}`)]),
              ].join(', ')}
            </Text>{' '}
            {standing === 'bad' ? <Mark state="bad">{judged.standing.bad}</Mark> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The last day of the month some months before. */
function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 0)).toISOString().slice(0, 10)
}
