import { Skeleton, Text } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { sayCount } from '../../../../web/formats.ts'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { amountOf, figureOf, isShare, type Point, type Row, sayFigure } from './figures.ts'
import { indicatorWords } from './words.ts'

type Props = { readonly rows: readonly Row[] | undefined; onAsk(code: string, key: string): void }

const SLICE = 'organisation'
const STEPS = 5
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/**
 * Organisations × indicators. Darker is more, of what is highest in its column where it is no share; nothing to count is
 * hatched, never pale. The arrow keys move, Enter asks who is behind a cell.
 */
export function FigureMap({ rows, onAsk }: Props): ReactNode {
  const words = useWords(indicatorWords)
  const { language } = useLanguage()
  const mayNames = useMay('indicator.people')
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<readonly [number, number]>([0, 0])
  const [order, setOrder] = useState<string>()
  if (rows === undefined) return <Skeleton height={480} />
  const columns = rows.filter((row) => row.slices?.[SLICE] !== undefined)
  const places = placesOf(columns, order)
  const move = (event: KeyboardEvent): void => {
    const step = MOVES[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = [clamp(at[0] + step[0], places.length), clamp(at[1] + step[1], columns.length)] as const
    setAt(next)
    table.current?.querySelector<HTMLElement>(`[data-at="${next.join(',')}"]`)?.focus()
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="rost-scrolls" aria-label={words.map} tabIndex={0}>
      <table ref={table} className="rost-map" onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">{words.organisation}</th>
            {columns.map((row) => (
              <th key={row.code} scope="col" aria-sort={order === row.code ? 'descending' : 'none'}>
                <button type="button" className="rost-sort" title={row.title} onClick={() => setOrder(row.code)}>
                  {row.code}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place, line) => (
            <tr key={place.key}>
              <th scope="row">{place.label}</th>
              {columns.map((row, column) => (
                <td key={row.code}>
                  <Cell
                    point={place.points.get(row.code)}
                    most={mostOf(row)}
                    say={(point) => sayFigure(point, language, words.noDataHere)}
                    name={`${place.label}, ${row.code}`}
                    position={`${line},${column}`}
                    isHere={at[0] === line && at[1] === column}
                    onAsk={mayNames ? () => onAsk(row.code, place.key) : undefined}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="xs" c="dimmed" mt="xs">
        {`${words.organisation}: ${sayCount(places.length, language)}`}
      </Text>
    </section>
  )
}

type CellProps = {
  readonly point: Point | undefined
  readonly most: number
  say(point: Point): string
  readonly name: string
  readonly position: string
  readonly isHere: boolean
  readonly onAsk: (() => void) | undefined
}

function Cell({ point, most, say, name, position, isHere, onAsk }: CellProps): ReactNode {
  const value = point === undefined ? null : amountOf(point)
  const text = point === undefined ? '—' : say(point)
  const step = value === null ? 'none' : String(Math.min(STEPS - 1, Math.floor((value / (most || 1)) * STEPS)))
  return (
    <button
      type="button"
      className="rost-cell"
      data-step={step}
      data-at={position}
      tabIndex={isHere ? 0 : -1}
      aria-label={value === null ? `${name}: ${text}` : `${Math.round(value)} — ${name}: ${text}`}
      disabled={onAsk === undefined}
      onClick={onAsk}
    >
      {value === null ? '' : Math.round(value)}
    </button>
  )
}

type Place = { readonly key: string; readonly label: string; readonly points: ReadonlyMap<string, Point> }

/** By name, or by the value of one indicator, the highest first and those without one last. */
function placesOf(columns: readonly Row[], order: string | undefined): readonly Place[] {
  const places = new Map<string, { key: string; label: string; points: Map<string, Point> }>()
  for (const row of columns) {
    for (const cell of row.slices?.[SLICE] ?? []) {
      const place = places.get(cell.key) ?? { key: cell.key, label: cell.label, points: new Map() }
      place.points.set(row.code, figureOf(cell))
      places.set(cell.key, place)
    }
  }
  const value = (place: Place): number => {
    const point = order === undefined ? undefined : place.points.get(order)
    return (point === undefined ? null : amountOf(point)) ?? Number.NEGATIVE_INFINITY
  }
  return [...places.values()].sort(
    (a, b) => value(b) - value(a) || 0 || a.label.localeCompare(b.label, 'ru', { numeric: true }),
  )
}

const mostOf = (row: Row): number =>
  isShare(figureOf(row))
    ? 100
    : Math.max(0, ...(row.slices?.[SLICE] ?? []).map((cell) => amountOf(figureOf(cell)) ?? 0))

const clamp = (index: number, count: number): number => Math.min(Math.max(index, 0), count - 1)
