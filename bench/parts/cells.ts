import type { Computed, Figure } from '../../src/modules/indicators/values/compute.ts'

/** A row of the yardstick: counts of one organisation or of one subject of teaching. */
export type HandRow = {
  readonly block: string
  readonly organisation: number | null
  readonly type: string | null
  readonly subject: number | null
  readonly counts: string
}

type Column = readonly [block: string, column: number]
type Place = readonly [numerator: Column, denominator: Column | null]

/** Where the yardstick keeps each figure: per indicator its points, earliest first. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  P01: [
    [
      ['people', 2],
      ['people', 1],
    ],
  ],
  P02: [
    [
      ['people', 4],
      ['people', 3],
    ],
  ],
  P03: [
    [
      ['people', 5],
      ['people', 0],
    ],
  ],
  P04: [
    [
      ['people', 6],
      ['people', 0],
    ],
  ],
  P05: [
    [
      ['people', 7],
      ['people', 0],
    ],
  ],
  P06: [
    [
      ['people', 8],
      ['people', 0],
    ],
  ],
  P07: [
    [
      ['people', 9],
      ['people', 0],
    ],
  ],
  P08: [
    [
      ['events', 1],
      ['events', 0],
    ],
  ],
  P09: [
    [
      ['people', 11],
      ['people', 10],
    ],
  ],
  P10: [
    [
      ['people', 13],
      ['people', 12],
    ],
  ],
  P11: [
    [
      ['people', 14],
      ['people', 0],
    ],
  ],
  P12: [
    [
      ['organisations', 1],
      ['organisations', 0],
    ],
  ],
  P13: [
    [
      ['people', 15],
      ['people', 0],
    ],
  ],
  P14: [
    [
      ['posts2', 0],
      ['posts2', 1],
    ],
    [
      ['posts1', 0],
      ['posts1', 1],
    ],
    [
      ['posts', 0],
      ['posts', 1],
    ],
  ],
  P15: [
    [['people2', 0], null],
    [['people1', 0], null],
    [['people', 16], null],
  ],
  P16: [
    [['people1', 1], null],
    [['people', 17], null],
  ],
}

/** All cells of an answer as lines `P01 slice key: 3/12 …`, those over nothing left out, in one order. */
export function cellsOf(computed: readonly Computed[]): string[] {
  return computed
    .flatMap(({ definition: { code }, points, slices }) => [
      lineOf(code, 'total', '', points),
      ...[...slices].flatMap(([slice, rows]) => rows.map((row) => lineOf(code, slice, row.id, row.points))),
    ])
    .sort()
}

/** The same lines from the rows of the yardstick. */
export function cellsOfHand(rows: readonly HandRow[]): string[] {
  const read = rows.map((row) => ({ ...row, values: row.counts.split(',').map(Number) }))
  return Object.entries(PLACES)
    .flatMap(([code, places]) => {
      const cells = new Map<string, Figure[]>([['total ', places.map(([, d]) => nothing(d))]])
      for (const row of read) {
        for (const [i, [numerator, denominator]] of places.entries()) {
          const value = row.block === numerator[0] ? (row.values[numerator[1]] ?? 0) : 0
          const whole = denominator !== null && row.block === denominator[0] ? (row.values[denominator[1]] ?? 0) : 0
          if (value === 0 && whole === 0) continue
          for (const cell of cellsOfRow(row)) add(cells, cell, places, i, value, whole)
        }
      }
      return [...cells].map(([cell, points]) => {
        const [slice = '', key = ''] = cell.split(' ')
        return lineOf(code, slice, key, points)
      })
    })
    .sort()
}

const nothing = (denominator: Column | null): Figure => ({ numerator: 0, denominator: denominator === null ? null : 0 })

function cellsOfRow({ organisation, type, subject }: HandRow): string[] {
  return subject === null
    ? ['total ', `organisation ${organisation}`, `organisation_type ${type}`]
    : [`subject ${subject}`]
}

function add(
  cells: Map<string, Figure[]>,
  cell: string,
  places: readonly Place[],
  index: number,
  value: number,
  whole: number,
): void {
  const points = cells.get(cell) ?? places.map(([, d]) => nothing(d))
  const point = points[index]
  if (point === undefined) return
  points[index] = {
    numerator: point.numerator + value,
    denominator: point.denominator === null ? null : point.denominator + whole,
  }
  cells.set(cell, points)
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

function lineOf(code: string, slice: string, key: string, points: readonly Figure[]): string {
  const said = points.map(({ numerator, denominator }) =>
    denominator === null ? `${rounded(numerator)}` : `${rounded(numerator)}/${rounded(denominator)}`,
  )
  return `${code} ${slice} ${key}: ${said.join(' ')}`
}
