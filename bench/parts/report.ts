import type { Spread } from './timing.ts'

/** One line of a report: a ratio or a quantity, with what it is meant to reach. */
export type Row = {
  readonly what: string
  /** `×`, `ms`, `MB`, `rows/s` … */
  readonly unit: string
  /** A single number where it was measured once. */
  readonly value: Spread | number
  readonly reach?: string
}

export type Report = {
  readonly title: string
  readonly rows: readonly Row[]
  /** What has to be known to read the figures. */
  readonly notes?: readonly string[]
}

export type BenchOptions = {
  /** Save what EXPLAIN (ANALYZE, BUFFERS) says beside the statements. */
  readonly explain: boolean
  /** Measured pairs. */
  readonly rounds: number
}

export type Bench = (options: BenchOptions) => Promise<readonly Report[]>

const HEAD = ['what', 'min', 'median', 'max', '', 'reach']

/** A table in Markdown, which also reads well on a terminal. */
export function render({ title, rows, notes = [] }: Report): string {
  const lines = rows.map(({ what, unit, value, reach = '' }) => {
    const { min, median, max } = typeof value === 'number' ? { min: undefined, median: value, max: undefined } : value
    return [what, say(min), say(median), say(max), unit, reach]
  })
  const widths = HEAD.map((head, i) => Math.max(head.length, 3, ...lines.map((line) => line[i]?.length ?? 0)))
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (isNumeric(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, i) => (isNumeric(i) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`
  return [`## ${title}`, '', row(HEAD), rule, ...lines.map(row), ...notes.map((note) => `\n${note}`), ''].join('\n')
}

const isNumeric = (column: number): boolean => column >= 1 && column <= 3

function say(value: number | undefined): string {
  if (value === undefined) return ''
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
