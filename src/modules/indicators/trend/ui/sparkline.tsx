import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayShortDay } from '../../../../web/formats.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { sayFigure } from '../../values/ui/figures.ts'
import type { Trend } from '../trend.contract.ts'
import { placeOf, type Spot, scaleOf, spotsOf, strokesOf } from './line.ts'
import { trendWords } from './words.ts'

const WIDTH = 84
const HEIGHT = 22
/** A share that moved less than this looks flat. */
const LEAST_SPAN = 6

/** The way of a figure at a glance; what it shows is said to who hears it. */
export function Sparkline({ trend }: { readonly trend: Trend | undefined }): ReactNode {
  const words = useWords(trendWords)
  const { language } = useLanguage()
  if (trend === undefined) return <Skeleton width={WIDTH} height={HEIGHT} />
  const spots = spotsOf(trend.points)
  const [first, last] = [spots[0], spots.at(-1)]
  if (first === undefined || last === undefined || first === last) return null
  const isShare = first.point.denominator !== undefined
  const scale = scaleOf(
    spots.map(({ amount }) => amount),
    { isShare, span: isShare ? LEAST_SPAN : 2 },
  )
  const say = (spot: Spot | undefined): string =>
    spot === undefined ? '' : sayFigure(spot.point, language, words.noData)
  const inOrder = [...spots].sort((a, b) => a.amount - b.amount)
  const x = ({ date }: Spot): number => placeOf(date, first.date, last.date) * WIDTH
  const y = ({ amount }: Spot): number => HEIGHT - ((amount - scale.least) / (scale.most - scale.least)) * HEIGHT
  return (
    <svg
      className="rost-spark"
      width={WIDTH}
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
      {strokesOf(spots, trend.restarts, false).map((stroke) => (
        <polyline
          key={stroke[0]?.date}
          className="rost-line-of"
          points={stroke.map((spot) => `${x(spot).toFixed(1)},${y(spot).toFixed(1)}`).join(' ')}
        />
      ))}
      <circle className="rost-dot-of" cx={x(last)} cy={y(last)} r={2.75} />
    </svg>
  )
}
