import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayCount, sayPoints } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { type Band, type Standing, standingOf } from '../../bands/bands.contract.ts'
import { useBands } from '../../bands/ui/use-bands.ts'
import { bandWords } from '../../bands/ui/words.ts'
import type { Trend } from '../../trend/trend.contract.ts'
import { amountOf, figureOf, isShare, type Movement, type Row, sayFigure } from '../../values/ui/figures.ts'
import { useFigures } from '../../values/ui/use-figures.ts'
import { indicatorWords } from '../../values/ui/words.ts'
import { behindOf, gapOf, type Target, targetOf } from './gap.ts'
import { moveOf } from './moves.card.tsx'
import { todayWords } from './words.ts'

/** More than this nobody deals with in ten minutes; the rest stands in the table. */
const MOST = 5
const NAMED = 3
const BY_ORGANISATION = ['organisation']

type Props = {
  readonly rows: readonly Row[] | undefined
  readonly earlier: readonly Row[] | undefined
  readonly date: string
  readonly trends: ReadonlyMap<string, Trend> | undefined
  /** Left out where there are no organisations to tell apart. */
  readonly byOrganisation: boolean
  onAsk(code: string, key: string): void
}

type Seen = {
  readonly row: Row
  readonly band: Band | undefined
  readonly move: Movement | null
  readonly standing: Standing | null
}

const RANK: Readonly<Record<Standing, number>> = { bad: 0, warn: 1, good: 2 }

/** What stands beyond its bound, then what is to be watched, then what fell: how many lack, and where most of them are. */
export function AttentionCard({ rows, earlier, date, trends, byOrganisation, onAsk }: Props): ReactNode {
  const words = useWords(todayWords)
  const bands = useBands()
  const seen = (rows ?? []).map((row): Seen => {
    const band = bands.get(row.code)
    return { row, band, move: moveOf(row, earlier), standing: standingOf(amountOf(figureOf(row)), band) }
  })
  const judged = seen
    .filter(({ standing }) => standing === 'bad' || standing === 'warn')
    .sort((a, b) => RANK[a.standing ?? 'good'] - RANK[b.standing ?? 'good'] || shortfall(b) - shortfall(a))
  const fallen = seen
    .filter((one) => !judged.includes(one) && one.move?.is === 'down' && isShare(figureOf(one.row)))
    .sort((a, b) => (a.move?.by ?? 0) - (b.move?.by ?? 0))
  const shown = [...judged, ...fallen].slice(0, MOST)
  const codes = shown.filter(({ standing }) => standing === 'bad' || standing === 'warn').map(({ row }) => row.code)
  const sliced = useFigures({ date, code: codes, by: BY_ORGANISATION }, byOrganisation && codes.length > 0)
  return (
    <section className="rost-card" aria-labelledby="attention">
      <Text id="attention" component="h2" fw={600} mb="xs">
        {words.attention}
      </Text>
      {rows !== undefined && shown.length === 0 ? <Text c="dimmed">{words.calm}</Text> : null}
      <ul className="rost-lines">
        {shown.map((one) => (
          <li key={one.row.code}>
            <One
              seen={one}
              subject={trends?.get(one.row.code)?.subject}
              sliced={sliced.data?.indicators.find(({ code }) => code === one.row.code)}
              onAsk={(key) => onAsk(one.row.code, key)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How far from the target, as a part of it: what is far behind comes first whatever its size. */
function shortfall({ row, band }: Seen): number {
  const amount = amountOf(figureOf(row))
  if (amount === null || band === undefined) return 0
  const { value } = targetOf(band)
  return Math.abs(value - amount) / Math.max(Math.abs(value), 1)
}

type OneProps = {
  readonly seen: Seen
  /** Not known before the trends are there. */
  readonly subject: string | undefined
  readonly sliced: Row | undefined
  onAsk(key: string): void
}

function One({ seen: { row, band, move, standing }, subject, sliced, onAsk }: OneProps): ReactNode {
  const words = useWords(indicatorWords)
  const judged = useWords(bandWords)
  const { language } = useLanguage()
  const figure = figureOf(row)
  const moved = move === null || move.is === 'still' || !isShare(figure) ? null : move.by
  return (
    <>
      <div className="rost-headline">
        <TextLink to="/indicators/$code" params={{ code: row.code }} c="inherit" fw={600} title={row.title}>
          {`${row.code} ${row.short}`}
        </TextLink>
        <span className="rost-nowrap">
          <Text span fw={600}>
            {sayFigure(figure, language, words.noData)}
          </Text>
          {moved === null ? null : (
            <Text span size="sm" c="dimmed">
              {`, ${sayPoints(moved, language)}`}
            </Text>
          )}
        </span>
      </div>
      <div className="rost-under">
        {standing === 'bad' || standing === 'warn' ? (
          <Text size="sm" component="span">
            <Mark state={standing}>{judged.standing[standing]}</Mark>
          </Text>
        ) : null}
        {band === undefined || subject === undefined || standing === 'good' ? null : (
          <Lack row={row} target={targetOf(band)} subject={subject} sliced={sliced} onAsk={onAsk} />
        )}
      </div>
    </>
  )
}

type LackProps = Omit<OneProps, 'seen' | 'subject'> & {
  readonly row: Row
  readonly target: Target
  readonly subject: string
}

/** «Не хватает 48 человек в 11 организациях», and where most of them are; each leads to who they are. */
function Lack({ row, target, subject, sliced, onAsk }: LackProps): ReactNode {
  const words = useWords(todayWords)
  const { language } = useLanguage()
  const mayNames = useMay('indicator.people')
  const isQuarterly = subject === 'post'
  const figure = figureOf(row)
  const gap = gapOf(figure, target, isQuarterly)
  if (gap === 0) return null
  // Of organisations, each is one: there is nothing to tell apart by organisation.
  const behind = subject === 'organisation' ? [] : behindOf(sliced?.slices?.organisation ?? [], target, isQuarterly)
  const wanted = `${sayCount(target.value, language)}${isShare(figure) ? '\u00a0%' : ''}`
  const say = target.better === 'higher' ? words.lacks : words.exceeds
  return (
    <>
      <Text size="sm" component="span">
        {say(gap, subject, target.is, wanted)}
        {behind.length === 0 ? null : ` ${words.inOrganisations(behind.length)}; ${words.farthest}:`}
      </Text>
      {behind.slice(0, NAMED).map(({ key, label, gap: own }) => {
        const said = `${label}\u00a0— ${sayCount(own, language)}`
        return mayNames ? (
          <button
            key={key}
            type="button"
            className="rost-chip"
            aria-label={words.whoIn(said)}
            title={words.who}
            onClick={() => onAsk(key)}
          >
            {said}
          </button>
        ) : (
          <span key={key} className="rost-chip">
            {said}
          </span>
        )
      })}
    </>
  )
}
