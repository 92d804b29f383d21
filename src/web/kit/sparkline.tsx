import type { ReactNode } from 'react'

const WIDTH = 80
const HEIGHT = 22
const EDGE = 2

/** A small line of values over time; a missing value is a gap, never a zero. `label` says it to who does not see it. */
export function Sparkline({ values, label }: { values: readonly (number | null)[]; label: string }): ReactNode {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  const low = Math.min(...known)
  const span = Math.max(...known) - low || 1
  const x = (at: number): number => EDGE + (at * (WIDTH - 2 * EDGE)) / Math.max(values.length - 1, 1)
  const y = (value: number): number => HEIGHT - EDGE - ((value - low) * (HEIGHT - 2 * EDGE)) / span
  const points = values.map((value, at) => (value === null ? undefined : { x: x(at), y: y(value) }))
  const path = points
    .map((point, at) => (point === undefined ? '' : `${points[at - 1] === undefined ? 'M' : 'L'}${point.x} ${point.y}`))
    .join('')
  const last = points.findLast((point) => point !== undefined)
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={label} className="rost-sparkline">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      {last === undefined ? null : <circle cx={last.x} cy={last.y} r="2.2" fill="currentColor" />}
    </svg>
  )
}
