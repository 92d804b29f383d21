import { NativeSelect, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayDay, sayDifference, sayPoints, sayShortDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Change } from '../../../../web/kit/marks.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { Trend } from '../../trend/trend.contract.ts'
import { figureOf, isShare, type Movement, movement, type Row } from '../../values/ui/figures.ts'
import { indicatorWords } from '../../values/ui/words.ts'
import { lastJune, yearBefore } from './since.ts'
import { todayWords } from './words.ts'

/** As many of each direction are named. */
const NAMED = 3

export const moveOf = (row: Row, earlier: readonly Row[] | undefined): Movement | null => {
  const then = earlier?.find(({ code }) => code === row.code)
  return movement(then === undefined ? undefined : figureOf(then), figureOf(row))
}

type Props = {
  readonly rows: readonly Row[] | undefined
  readonly earlier: readonly Row[] | undefined
  readonly date: string
  readonly since: string
  readonly trends: ReadonlyMap<string, Trend> | undefined
  onSince(day: string): void
}

/** What moved since a day of the reader's choice, and which of it moved most. */
export function MovesCard({ rows, earlier, date, since, trends, onSince }: Props): ReactNode {
  const words = useWords(todayWords)
  const counted = useWords(indicatorWords)
  const { language } = useLanguage()
  const moves = (rows ?? []).map((row) => ({ row, move: moveOf(row, earlier) }))
  const count = (is: Movement['is'] | undefined): number => moves.filter(({ move }) => move?.is === is).length
  const [year, june] = [yearBefore(date), lastJune(date)]
  const gathers = [...(trends?.values() ?? [])].filter(({ restarts }) => restarts === 'calendar_year').length
  const most = (is: 'up' | 'down') =>
    moves
      .filter(({ row, move }) => move?.is === is && isShare(figureOf(row)))
      .sort((a, b) => Math.abs(b.move?.by ?? 0) - Math.abs(a.move?.by ?? 0))
      .slice(0, NAMED)
  return (
    <section className="rost-card" aria-labelledby="moves">
      <Text id="moves" component="h2" fw={600} mb="xs">
        {words.changed(sayDay(since, language))}
      </Text>
      <NativeSelect
        className="rost-no-print"
        size="xs"
        mb="xs"
        aria-label={words.since}
        value={since}
        onChange={(event) => onSince(event.currentTarget.value)}
        data={[
          { value: year, label: words.sinceYear(sayShortDay(year, language)) },
          { value: june, label: words.sinceJune(sayShortDay(june, language)) },
          ...(since === year || since === june
            ? []
            : [{ value: since, label: words.sinceDay(sayShortDay(since, language)) }]),
        ].filter(({ value }, i, all) => all.findIndex((one) => one.value === value) === i)}
      />
      {rows === undefined || earlier === undefined ? null : (
        <>
          <div>
            <Change by={1}>{counted.grows(count('up'))}</Change>
          </div>
          <div>
            <Change by={0}>{counted.still(count('still'))}</Change>
          </div>
          <div>
            <Change by={-1}>{counted.falls(count('down'))}</Change>
          </div>
          {count(undefined) === 0 ? null : <div>{`○ ${counted.none(count(undefined))}`}</div>}
          {since === june && june !== year && gathers > (rows.length ?? 0) / 2 ? (
            <Text size="sm" c="dimmed" mt="xs">
              {words.gathers}
            </Text>
          ) : null}
          {(['down', 'up'] as const).map((is) => (
            <Named key={is} title={is === 'up' ? words.grew : words.fell} moves={most(is)} />
          ))}
        </>
      )}
    </section>
  )
}

type NamedProps = {
  readonly title: string
  readonly moves: readonly { readonly row: Row; readonly move: Movement | null }[]
}

function Named({ title, moves }: NamedProps): ReactNode {
  const { language } = useLanguage()
  if (moves.length === 0) return null
  return (
    <Text size="sm" mt="xs" component="div">
      {`${title}: `}
      {moves.map(({ row, move }, i) => (
        <span key={row.code}>
          {i === 0 ? '' : ', '}
          <TextLink to="/indicators/$code" params={{ code: row.code }} c="inherit" title={row.title}>
            {row.code}
          </TextLink>
          {'\u00a0'}
          {isShare(figureOf(row)) ? sayPoints(move?.by ?? 0, language) : sayDifference(move?.by ?? 0, language)}
        </span>
      ))}
    </Text>
  )
}
