import { conditionOn } from './conditions.ts'
import * as literal from './literal.ts'
import { fieldsNamedBy } from './named.ts'
import type { Names } from './names.ts'
import type { Leaf, When } from './population.contract.ts'
import type { AsOf, FactDeclaration } from './vocabulary.ts'
import { hullOf, type Window, windowAt } from './window.ts'

/** Bits of one bigint word; the sign bit is left alone. */
export const WORD_BITS = 62

/** Where the truth of a fact leaf is found after all facts of a subject are gathered. */
export type FactPlace =
  | {
      readonly kind: 'bit'
      readonly word: number
      readonly bit: number
      readonly maybe: { readonly word: number; readonly bit: number } | undefined
    }
  | { readonly kind: 'count'; readonly column: string; readonly maybe: string | undefined; readonly atLeast: number }

type Wanted = {
  readonly fact: FactDeclaration
  readonly condition: string
  readonly unsure: string | undefined
  readonly window: Window
  readonly place: FactPlace
  readonly sum: string | undefined
}

/**
 * Gathers the fact leaves of a batch: each distinct one becomes a bit (or a counter) over the subjects, each source of
 * rows is scanned once.
 */
export function createFactGatherer(at: AsOf, names: Names) {
  const wanted = new Map<string, Wanted>()
  let bits = 0
  let counters = 0
  const takeBit = (): { word: number; bit: number } => ({ word: Math.floor(bits / WORD_BITS), bit: bits++ % WORD_BITS })

  /** `exact` also keeps "perhaps": a row that would count if an empty field were known. */
  function placeOf(fact: FactDeclaration, leaf: Leaf, exact: boolean): FactPlace {
    const key = JSON.stringify([fact.term, leaf, exact])
    const known = wanted.get(key)
    if (known) return known.place
    const condition = conditionOfFact(fact, leaf, names)
    const unsure = exact ? unsureOfFact(fact, leaf, names) : undefined
    const counted = leaf.total !== undefined || (leaf.atLeast ?? 1) > 1
    const place: FactPlace = counted
      ? {
          kind: 'count',
          column: `n${counters++}`,
          maybe: unsure === undefined ? undefined : `n${counters++}`,
          atLeast: leaf.total?.atLeast ?? leaf.atLeast ?? 1,
        }
      : { kind: 'bit', ...takeBit(), maybe: unsure === undefined ? undefined : takeBit() }
    const sum = leaf.total === undefined ? undefined : fact.fields[leaf.total.field]?.column
    wanted.set(key, { fact, condition, unsure, window: windowAt(whenOf(leaf), at.date), place, sum })
    return place
  }

  /**
   * SQL of `fact (id, f0, f1 …, n0, n1 …)`: one row a subject, or nothing when no fact is asked for. `mine` names a
   * table expression of the ids that matter.
   */
  function gathered(mine?: string): string | undefined {
    if (wanted.size === 0) return undefined
    const words = Array.from({ length: Math.ceil(bits / WORD_BITS) }, (_, i) => `f${i}`)
    const counts = Array.from({ length: counters }, (_, i) => `n${i}`)
    const sources = Map.groupBy(
      wanted.values(),
      (w) => `${w.fact.from(at)}\n${w.fact.where(at)}\n${w.fact.of}\n${JSON.stringify(w.fact.time)}`,
    )
    const scans = [...sources.values()].map((leaves) => scanOf(leaves, { words, counts, mine }, at))
    const columns = [...words.map((w) => `bit_or(${w}) as ${w}`), ...counts.map((n) => `sum(${n}) as ${n}`)]
    return `select id, ${columns.join(', ')} from (\n${scans.join('\nunion all\n')}\n) as gathered group by id`
  }

  return { placeOf, gathered, columns: () => ({ words: Math.ceil(bits / WORD_BITS), counters }) }
}

export const whenOf = (leaf: Leaf): When => leaf.when ?? { by: 'date' }

export function conditionOfFact(fact: FactDeclaration, leaf: Leaf, names: Names): string {
  const conditions = fieldsNamedBy(fact, leaf).map(({ field, condition }) => conditionOn(field, condition, names))
  return conditions.length === 0 ? 'true' : conditions.join(' and ')
}

/** SQL true for rows of which nobody can say whether they count; nothing when all fields asked for are always filled. */
export function unsureOfFact(fact: FactDeclaration, leaf: Leaf, names: Names): string | undefined {
  if (!fieldsNamedBy(fact, leaf).some(({ field }) => field.nullable === true)) return undefined
  return `(${conditionOfFact(fact, leaf, names)}) is null`
}

/** SQL true for rows within the window. */
export function factWithin(fact: FactDeclaration, { from, to }: Window): string {
  if ('on' in fact.time) {
    const { on } = fact.time
    return from === null ? `${on} <= ${literal.day(to)}` : `${on} between ${literal.day(from)} and ${literal.day(to)}`
  }
  const begun = `${fact.time.from} <= ${literal.day(to)}`
  return from === null ? begun : `${begun} and (${fact.time.to} is null or ${fact.time.to} >= ${literal.day(from)})`
}

type Scan = { readonly words: readonly string[]; readonly counts: readonly string[]; readonly mine: string | undefined }

function scanOf(leaves: readonly Wanted[], { words, counts, mine }: Scan, at: AsOf): string {
  const [first] = leaves
  if (first === undefined) throw new RangeError('no leaves')
  const { fact } = first
  const hull = hullOf(leaves.map((l) => l.window))
  const columns = [
    ...words.map((word, index) => `${wordOf(leaves, index, hull)} as ${word}`),
    ...counts.map((column) => `${counterOf(leaves, column, hull)} as ${column}`),
  ]
  const wanted = anyOf(leaves, hull)
  const where = [
    fact.where(at),
    factWithin(fact, hull),
    ...(wanted === undefined ? [] : [wanted]),
    ...(mine === undefined ? [] : [`${fact.of} = any (array(select id from ${mine}))`]),
  ]
  return `select ${fact.of} as id, ${columns.join(', ')} from ${fact.from(at)} where ${where.join(' and ')}`
}

/** Rows no leaf looks at need not be gathered; nothing where a leaf takes every row of the window. */
function anyOf(leaves: readonly Wanted[], hull: Window): string | undefined {
  const wanted = byWindow(leaves, hull).map(({ within, leaves: alike }) => {
    const conditions = [...new Set(alike.flatMap(({ condition, unsure }) => [condition, ...(unsure ? [unsure] : [])]))]
    if (conditions.includes('true')) return within ?? 'true'
    return within === undefined ? conditions.join(' or ') : `${within} and (${conditions.join(' or ')})`
  })
  return wanted.includes('true') ? undefined : `(${wanted.join(' or ')})`
}

/** Leaves that ask about the same days, so that a row's day is looked at once; no condition where that is the hull. */
function byWindow(
  leaves: readonly Wanted[],
  hull: Window,
): { readonly within: string | undefined; readonly leaves: readonly Wanted[] }[] {
  const groups = Map.groupBy(leaves, ({ fact, window }) =>
    sameWindow(window, hull) ? undefined : factWithin(fact, window),
  )
  return [...groups].map(([within, alike]) => ({ within, leaves: alike }))
}

const sameWindow = (a: Window, b: Window): boolean => a.from === b.from && a.to === b.to

function whenCounted(leaf: Wanted, condition: string, hull: Window): string {
  if (sameWindow(leaf.window, hull)) return condition
  const within = factWithin(leaf.fact, leaf.window)
  return condition === 'true' ? within : `${within} and ${condition}`
}

function wordOf(leaves: readonly Wanted[], word: number, hull: Window): string {
  const parts = byWindow(leaves, hull).flatMap(({ within, leaves: alike }) => {
    const cases = alike.flatMap((leaf) => bitsOf(leaf, word)).join(' | ')
    if (cases === '') return []
    return within === undefined ? [cases] : [`case when ${within} then ${cases} else 0 end`]
  })
  return parts.length === 0 ? '0::bigint' : parts.join(' | ')
}

function bitsOf({ place, condition, unsure }: Wanted, word: number): string[] {
  if (place.kind !== 'bit') return []
  const sure = place.word === word ? [bitCase(condition, place.bit)] : []
  const perhaps = place.maybe?.word === word && unsure !== undefined ? [bitCase(unsure, place.maybe.bit)] : []
  return [...sure, ...perhaps]
}

const bitCase = (condition: string, bit: number): string =>
  condition === 'true' ? `${maskOf([bit])}` : `case when ${condition} then ${maskOf([bit])} else 0 end`

/** A mask of bits as a bigint literal. */
export const maskOf = (bits: readonly number[]): string =>
  `${bits.reduce((mask, bit) => mask | (1n << BigInt(bit)), 0n)}::bigint`

function counterOf(leaves: readonly Wanted[], column: string, hull: Window): string {
  for (const leaf of leaves) {
    if (leaf.place.kind !== 'count') continue
    const condition =
      column === leaf.place.column ? leaf.condition : column === leaf.place.maybe ? leaf.unsure : undefined
    if (condition !== undefined)
      return `case when ${whenCounted(leaf, condition, hull)} then ${leaf.sum ?? '1'} else 0 end`
  }
  return '0'
}
