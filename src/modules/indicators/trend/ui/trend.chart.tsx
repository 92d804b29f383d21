import { useElementSize } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { sayCount, sayShortDay } from '../../../../web/formats.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { Band } from '../../bands/bands.contract.ts'
import { bandWords } from '../../bands/ui/words.ts'
import { sayFigure } from '../../values/ui/figures.ts'
import type { Trend } from '../trend.contract.ts'
import { placeOf, type Spot, scaleOf, spotsOf, strokesOf } from './line.ts'
import { trendWords } from './words.ts'

const HEIGHT = 240
const LEFT = 44
/** Beside the line there is room for the names of the zones on a wide screen only; on a phone they stand below, in the card of bounds. */
const WIDE = 560
const RIGHT_WIDE = 104
const RIGHT = 16
const TOP = 18
const BOTTOM = 26
/** Labels nearer than this would touch; those at the ends hang over to one side. */
const APART = 78
const APART_AT_END = 112

type Props = { readonly trend: Trend; readonly band: Band | undefined; readonly isYearly: boolean }

/** The line of an indicator over its days, the bounds of the district as zones behind it, the plan as a dashed line. */
export function TrendChart({ trend, band, isYearly }: Props): ReactNode {
  const words = useWords(trendWords)
  const judged = useWords(bandWords)
  const { language } = useLanguage()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const spots = spotsOf(trend.points)
  const [first, last] = [spots[0], spots.at(-1)]
  if (first === undefined || last === undefined) return null
  const isShare = first.point.denominator !== undefined
  const bounds = band === undefined ? [] : [band.good, band.warn, ...(band.plan === null ? [] : [band.plan])]
  const scale = scaleOf([...spots.map(({ amount }) => amount), ...bounds], { isShare, span: isShare ? 10 : 4 })
  const isWide = width >= WIDE
  const inner = Math.max(0, width - LEFT - (isWide ? RIGHT_WIDE : RIGHT))
  const x = (day: string): number => LEFT + placeOf(day, first.date, last.date) * inner
  const y = (amount: number): number =>
    TOP +
    (1 - (clamp(amount, scale.least, scale.most) - scale.least) / (scale.most - scale.least)) * (HEIGHT - TOP - BOTTOM)
  const unit = isShare ? '\u00a0%' : ''
  const say = (spot: Spot | undefined): string =>
    spot === undefined ? '' : sayFigure(spot.point, language, words.noData)
  const inOrder = [...spots].sort((a, b) => a.amount - b.amount)
  const labelled = spread(spots, (spot) => x(spot.date))
  return (
    <div ref={ref}>
      <svg
        className="rost-chart"
        height={HEIGHT}
        role="img"
        aria-label={words.said(
          sayShortDay(first.date, language),
          say(first),
          sayShortDay(last.date, language),
          say(last),
          say(inOrder[0]),
          say(inOrder.at(-1)),
        )}
      >
        {zonesOf(band, scale).map(({ state, from, to }) => (
          <g key={state}>
            <rect className="rost-zone" data-state={state} x={LEFT} width={inner} y={y(to)} height={y(from) - y(to)} />
            {!isWide || y(from) - y(to) < 14 ? null : (
              <text x={LEFT + inner + 8} y={(y(from) + y(to)) / 2 + 4}>
                {judged.standing[state]}
              </text>
            )}
          </g>
        ))}
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line className="rost-gridline" x1={LEFT} x2={LEFT + inner} y1={y(tick)} y2={y(tick)} />
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
              {`${sayCount(tick, language)}${unit}`}
            </text>
          </g>
        ))}
        {band?.plan == null ? null : (
          <g>
            <line className="rost-plan" x1={LEFT} x2={LEFT + inner} y1={y(band.plan)} y2={y(band.plan)} />
            <text
              className="rost-said"
              x={LEFT + inner + (isWide ? 8 : 0)}
              y={y(band.plan) + (isWide ? 4 : -5)}
              textAnchor={isWide ? 'start' : 'end'}
            >
              {words.plan(`${sayCount(band.plan, language)}${unit}`)}
            </text>
          </g>
        )}
        {strokesOf(spots, trend.restarts, isYearly).map((stroke) => (
          <polyline
            key={stroke[0]?.date}
            className="rost-line-of"
            points={stroke.map(({ date, amount }) => `${x(date)},${y(amount)}`).join(' ')}
          />
        ))}
        {spots.map((spot) => (
          <circle
            key={spot.date}
            className={spot.point.snapshot === null ? 'rost-dot-of' : 'rost-frozen'}
            cx={x(spot.date)}
            cy={y(spot.amount)}
            r={4.5}
          >
            <title>{`${sayShortDay(spot.date, language)}: ${say(spot)}`}</title>
          </circle>
        ))}
        {labelled.map((spot) => (
          <g key={spot.date}>
            <text
              className="rost-said"
              x={x(spot.date)}
              y={y(spot.amount) - 10}
              textAnchor={anchorOf(spot, first, last)}
            >
              {say(spot)}
            </text>
            <text x={x(spot.date)} y={HEIGHT - 8} textAnchor={anchorOf(spot, first, last)}>
              {sayShortDay(spot.date, language)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}

const anchorOf = (spot: Spot, first: Spot, last: Spot): 'start' | 'middle' | 'end' =>
  spot === last ? 'end' : spot === first ? 'start' : 'middle'

/** From the last one back, those that leave each other room. */
function spread(spots: readonly Spot[], x: (spot: Spot) => number): Spot[] {
  const kept: Spot[] = []
  for (const spot of spots.toReversed()) {
    const next = kept.at(-1)
    const room = kept.length === 1 || spot === spots[0] ? APART_AT_END : APART
    if (next === undefined || x(next) - x(spot) >= room) kept.push(spot)
  }
  return kept
}

type Zone = { readonly state: 'good' | 'warn' | 'bad'; readonly from: number; readonly to: number }

/** The parts of the scale in which a value is good, to be watched, or beyond the bound. */
function zonesOf(band: Band | undefined, { least, most }: { least: number; most: number }): Zone[] {
  if (band === undefined) return []
  const [low, high] = [Math.min(band.good, band.warn), Math.max(band.good, band.warn)].map((one) =>
    clamp(one, least, most),
  )
  const [below, above] = band.better === 'higher' ? (['bad', 'good'] as const) : (['good', 'bad'] as const)
  const zones: Zone[] = [
    { state: below, from: least, to: low ?? least },
    { state: 'warn', from: low ?? least, to: high ?? most },
    { state: above, from: high ?? most, to: most },
  ]
  return zones.filter(({ from, to }) => to > from)
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
