import type { Asked, AskedOfPeople } from './asked.contract.ts'

/** Of a kind in a month; of all kinds in a month where there is no kind; of all months where there is neither. */
export type Counted = {
  readonly month: string | null
  readonly kind: string | null
  readonly times: number
  readonly answered: number
  readonly people: number
}
export type Minutes = ReadonlyMap<string, number>

const NOTHING = { times: 0, answered: 0, people: 0 }

type Told = Pick<AskedOfPeople, 'total' | 'months'>

/** The last month first, in each the kind first that took most. */
export function inMinutes(counted: readonly Counted[], minutes: Minutes): Told {
  const kinds = counted.flatMap(({ month, kind, ...counts }) =>
    month === null || kind === null
      ? []
      : [{ month, kind, ...counts, minutes: counts.times * (minutes.get(kind) ?? 0) }],
  )
  const sumOf = (some: readonly Pick<Asked, 'minutes'>[]): number => some.reduce((all, one) => all + one.minutes, 0)
  const months = counted
    .flatMap(({ month, kind, ...counts }) => (month === null || kind !== null ? [] : [{ month, ...counts }]))
    .sort((a, b) => b.month.localeCompare(a.month))
    .map((one) => {
      const own = kinds.filter(({ month }) => month === one.month).sort((a, b) => b.minutes - a.minutes)
      return { ...one, minutes: sumOf(own), kinds: own.map(({ month: _, ...kind }) => kind) }
    })
  const {
    month: _month,
    kind: _kind,
    ...all
  } = counted.find(({ month }) => month === null) ?? {
    ...{ month: null, kind: null },
    ...NOTHING,
  }
  return { total: { ...all, minutes: sumOf(kinds) }, months }
}
