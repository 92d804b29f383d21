/**
 * Numbers of rows in ascending order, neighbours put together: 7 stands for itself, [2, 40] for all from 2 to 40. What is
 * set right in a column is most often set right in all of its rows, and a million numbers are told nobody.
 */
export type RowRuns = readonly (number | [first: number, last: number])[]

export function createRowRuns() {
  const runs: [first: number, last: number][] = []
  return {
    add(row: number): void {
      const last = runs.at(-1)
      if (last?.[1] === row - 1) last[1] = row
      else runs.push([row, row])
    },
    all: (): RowRuns => runs.map(([first, last]) => (first === last ? first : [first, last])),
  }
}

export function countRows(runs: RowRuns): number {
  return runs.reduce<number>((sum, run) => sum + (typeof run === 'number' ? 1 : run[1] - run[0] + 1), 0)
}

export function* rowsOf(runs: RowRuns): Iterable<number> {
  for (const run of runs) {
    const [first, last] = typeof run === 'number' ? [run, run] : run
    for (let row = first; row <= last; row++) yield row
  }
}
