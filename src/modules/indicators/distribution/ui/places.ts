import { figureOf, type Row } from '../../values/ui/figures.ts'

/** An organisation with its share, in per cent. */
export type Place = {
  readonly key: string
  readonly label: string
  readonly share: number
  readonly numerator: number
  readonly denominator: number
}

/** Shares over fewer people say more about each of them than about the organisation. */
const FEWEST_DRAWN = 5

/** How many like ones stand beside an organisation. */
const LIKE = 6

/** Those that can be drawn, the lowest first, and how many cannot; nothing where the figure is no share. */
export function placesOf(row: Row): { drawn: readonly Place[]; small: number } {
  const all = (row.slices?.organisation ?? []).flatMap((cell) => {
    const { numerator, denominator } = figureOf(cell)
    if (numerator === undefined || denominator === undefined || denominator === 0) return []
    return [{ key: cell.key, label: cell.label, numerator, denominator, share: (numerator * 100) / denominator }]
  })
  const drawn = all.filter(({ denominator }) => denominator >= FEWEST_DRAWN)
  return {
    drawn: drawn.sort((a, b) => a.share - b.share || a.label.localeCompare(b.label, 'ru', { numeric: true })),
    small: all.length - drawn.length,
  }
}

export type Known = { readonly code: string; readonly type: string; readonly pupils: number | null }

/** Of the same type, nearest by pupils; by those counted where the number of pupils is not known of both. */
export function likeOf(own: Place, places: readonly Place[], known: ReadonlyMap<string, Known>): ReadonlySet<string> {
  const type = known.get(own.key)?.type
  const distance = (other: Place): number => {
    const [mine, theirs] = [known.get(own.key)?.pupils ?? null, known.get(other.key)?.pupils ?? null]
    return mine === null || theirs === null
      ? ratio(own.denominator, other.denominator)
      : ratio(Math.max(1, mine), Math.max(1, theirs))
  }
  return new Set(
    places
      .filter(({ key }) => key !== own.key && type !== undefined && known.get(key)?.type === type)
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, LIKE)
      .map(({ key }) => key),
  )
}

/** Twice as many is as far as half as many. */
const ratio = (one: number, other: number): number => Math.abs(Math.log(one / other))

export function middleOf(places: readonly Place[]): number {
  const shares = places.map(({ share }) => share).sort((a, b) => a - b)
  const half = shares.length / 2
  const [low = 0, high = 0] = [shares[Math.ceil(half) - 1], shares[Math.floor(half)]]
  return (low + high) / 2
}

export type Dot = { readonly place: Place; readonly x: number; readonly level: number }

/** Dots along a width, heaped where they would cover each other; `places` from the lowest on. */
export function heap(places: readonly Place[], width: number, size: number): Dot[] {
  const dots: Dot[] = []
  for (const place of places) {
    const x = (place.share / 100) * width
    const taken = new Set(dots.filter((dot) => Math.abs(dot.x - x) < size).map(({ level }) => level))
    let level = 0
    while (taken.has(level)) level += 1
    dots.push({ place, x, level })
  }
  return dots
}
