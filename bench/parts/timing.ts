/** Milliseconds of single runs, in the order they were run. */
export type Times = readonly number[]

export type Spread = { readonly min: number; readonly median: number; readonly max: number }

/** @throws RangeError without a value */
export function spreadOf(values: Times): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const [min, max] = [sorted[0], sorted.at(-1)]
  if (min === undefined || max === undefined) throw new RangeError('nothing was measured')
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? max
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
  return { min, median, max }
}

/** Ratios run by run: what disturbs the machine disturbs neighbours in time alike. */
export function ratioOf(ours: Times, yardstick: Times): Spread {
  return spreadOf(ours.map((value, i) => value / (yardstick[i] ?? Number.NaN)))
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await run()
  return performance.now() - started
}

/** Runs the sides one after the other, again and again, after rounds that do not count; milliseconds by side. */
export async function interleave<Side extends string>(
  sides: Readonly<Record<Side, () => Promise<unknown>>>,
  { rounds, warmUp = 3 }: { readonly rounds: number; readonly warmUp?: number },
): Promise<Record<Side, number[]>> {
  const names = Object.keys(sides) as Side[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const ms = await timed(sides[name])
      if (round >= 0) times[name].push(ms)
    }
  }
  return times
}
