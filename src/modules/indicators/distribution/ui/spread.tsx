import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import { sayCount, sayShare } from '../../../../web/formats.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { heap, middleOf, type Place } from './places.ts'
import { distributionWords } from './words.ts'

const SIZE = 13
const EDGE = 14
const AXIS = 24
const TICKS = [0, 25, 50, 75, 100]

type Props = {
  readonly places: readonly Place[]
  readonly own: string | undefined
  readonly like: ReadonlySet<string>
  onChoose(key: string): void
}

/** Organisations as dots on one scale. The pointer or the arrow keys name one; pressing highlights it. */
export function Spread({ places, own, like, onChoose }: Props): ReactNode {
  const words = useWords(distributionWords)
  const { language } = useLanguage()
  const { ref, width } = useElementSize<HTMLDivElement>()
  const [at, setAt] = useState<number>()
  const inner = Math.max(0, width - 2 * EDGE)
  const dots = heap(places, inner, SIZE)
  const height = (Math.max(0, ...dots.map(({ level }) => level)) + 1) * SIZE + AXIS + 6
  const here = at === undefined ? undefined : places[at]
  const say = ({ numerator, denominator }: Place): string => sayShare(numerator, denominator, language)
  const tell = (place: Place): string => {
    const counts = words.outOf(sayCount(place.numerator, language), sayCount(place.denominator, language))
    return `${place.label}: ${say(place)} (${counts})`
  }
  const y = (level: number): number => height - AXIS - SIZE / 2 - level * SIZE
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt(Math.min(Math.max((at ?? -1) + step, 0), places.length - 1))
    }
    if ((event.key === 'Enter' || event.key === ' ') && here !== undefined) {
      event.preventDefault()
      onChoose(here.key)
    }
  }
  const point = (event: PointerEvent<HTMLDivElement>): number => {
    const box = event.currentTarget.getBoundingClientRect()
    const [px, py] = [event.clientX - box.left - EDGE, event.clientY - box.top]
    const distances = dots.map((dot) => Math.hypot(dot.x - px, y(dot.level) - py))
    return distances.indexOf(Math.min(...distances))
  }
  return (
    <>
      <div
        ref={ref}
        className="rost-spread"
        role="slider"
        tabIndex={0}
        aria-label={words.axis(sayWhole(places[0]), sayPercent(middleOf(places)), sayWhole(places.at(-1)))}
        aria-valuemin={1}
        aria-valuemax={places.length}
        aria-valuenow={(at ?? 0) + 1}
        aria-valuetext={here === undefined ? words.notRanking : tell(here)}
        onKeyDown={move}
        onPointerMove={(event) => setAt(point(event))}
        onClick={() => here !== undefined && onChoose(here.key)}
      >
        <svg className="rost-chart" height={height} aria-hidden>
          <g transform={`translate(${EDGE} 0)`}>
            {TICKS.map((tick) => (
              <g key={tick} transform={`translate(${(tick / 100) * inner} 0)`}>
                <line className="rost-gridline" y1={0} y2={height - AXIS + 4} />
                <text y={height - 6} textAnchor="middle">{`${tick}\u00a0%`}</text>
              </g>
            ))}
            {dots.map(({ place, x, level }, index) => (
              <circle
                key={place.key}
                className="rost-place"
                data-own={place.key === own || undefined}
                data-like={like.has(place.key) || undefined}
                data-here={index === at || undefined}
                cx={x}
                cy={y(level)}
                r={place.key === own ? SIZE / 2 : SIZE / 2 - 1}
              />
            ))}
          </g>
        </svg>
      </div>
      <div className="rost-told" aria-hidden>
        {here === undefined ? '\u00a0' : tell(here)}
      </div>
    </>
  )
}

const sayPercent = (share: number): string => `${Math.round(share)}\u00a0%`
const sayWhole = (place: Place | undefined): string => (place === undefined ? '' : sayPercent(place.share))
