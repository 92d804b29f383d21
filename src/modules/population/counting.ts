import * as literal from './literal.ts'
import type { Names } from './names.ts'
import { createPlan, type Plan } from './plan.ts'
import type { Population } from './population.contract.ts'
import type { Slice, Vocabulary } from './vocabulary.ts'

/** What is counted: the members of a population, or a quantity summed over them. */
export type Quantity = { readonly subject: string; readonly of: Population; readonly sum?: string | undefined }

export type CountRequest = { readonly quantity: Quantity; readonly date: string; readonly slices: readonly string[] }

/** Figures of one request. Slice keys are ids of organisations or classifier values, or codes. */
export type Count = { readonly total: number; readonly slices: ReadonlyMap<string, ReadonlyMap<string, number>> }

export type CountContext = {
  readonly vocabulary: Vocabulary
  readonly names: Names
  readonly tenant: number
  /** Only subjects of these organisations; all when absent. */
  readonly within?: readonly number[] | undefined
}

export type CountRow = {
  readonly block: number
  readonly slice: number
  readonly key: string | null
  readonly counts: string
}

export type CompiledCounts = { readonly sql: string; read(rows: readonly CountRow[]): Count[] }

type Column = { readonly condition: string; readonly sum: string | undefined }
type Block = {
  readonly plan: Plan
  readonly columns: Map<string, { readonly index: number; readonly column: Column }>
  /** For each column, the conditions all its members fulfil. */
  readonly necessary: (readonly string[])[]
  readonly slices: Map<string, { readonly index: number; readonly columns: Set<number> }>
  readonly name: string
}

const BY_ORGANISATION = 0
const NO_SLICE = -1

/**
 * Compiles all requests into one statement: a block per subject and day, in it every source of facts scanned once,
 * every distinct population one column. Totals and types of organisations are sums over organisations (each subject
 * belongs to one); slices with several keys a subject are counted from the subjects.
 */
export function compileCounts(requests: readonly CountRequest[], context: CountContext): CompiledCounts {
  const blocks = new Map<string, Block>()
  const places = requests.map((request) => {
    const block = blockOf(blocks, request, context)
    return {
      block,
      column: columnOf(block, request),
      slices: request.slices.map((name) => ({ name, index: sliceOf(block, name) })),
    }
  })
  for (const { block, column, slices } of places) {
    for (const { name } of slices) block.slices.get(name)?.columns.add(column)
  }
  const list = [...blocks.values()]
  const bases = list.map((block) => baseOf(block, context))
  const selects = list.flatMap((block, index) => selectsOf(block, index))
  const sql = `with ${bases.join(',\n')}\n${selects.join('\nunion all\n')}`
  return {
    sql,
    read(rows) {
      const figures = readRows(rows, list)
      return places.map(({ block, column, slices }) => {
        const of = figures.get(block)
        const sliced = slices.map(({ name }) => [name, of?.slice(name, column) ?? new Map<string, number>()] as const)
        return { total: of?.total(column) ?? 0, slices: new Map(sliced) }
      })
    },
  }
}

function blockOf(blocks: Map<string, Block>, request: CountRequest, context: CountContext): Block {
  const { subject } = request.quantity
  const key = `${subject} ${request.date}`
  const known = blocks.get(key)
  if (known) return known
  const name = `b${blocks.size}`
  const at = { tenant: context.tenant, date: request.date }
  const plan = createPlan(subject, { ...context, at, exact: false }, `${name}_`)
  const block: Block = { plan, columns: new Map(), necessary: [], slices: new Map(), name }
  blocks.set(key, block)
  return block
}

function columnOf(block: Block, { quantity }: CountRequest): number {
  const condition = block.plan.expression(quantity.of)
  const sum = quantity.sum === undefined ? undefined : block.plan.subject.sums[quantity.sum]?.column
  const key = `${condition}\n${sum ?? ''}`
  const known = block.columns.get(key)
  if (known) return known.index
  const index = block.columns.size
  block.columns.set(key, { index, column: { condition, sum } })
  block.necessary.push(block.plan.necessary(quantity.of))
  return index
}

function sliceOf(block: Block, name: string): number {
  const known = block.slices.get(name)
  if (known) return known.index
  const index = block.slices.size + 1
  block.slices.set(name, { index, columns: new Set() })
  return index
}

const isOfOrganisation = (name: string): boolean => name === 'organisation' || name === 'organisation_type'

function baseOf({ plan, columns, necessary, slices, name }: Block, { within }: CountContext): string {
  const { subject } = plan
  const { ctes, from, where } = plan.source()
  const own = [...slices].flatMap(([slice, { index }]) => {
    const declared = subject.slices[slice]
    return declared === undefined || isOfOrganisation(slice) ? [] : [`${keyOf(declared)} as k${index}`]
  })
  const counted = [...columns.values()].flatMap(({ index, column }) => [
    `${column.condition} as c${index}`,
    ...(column.sum === undefined ? [] : [`${column.sum} as q${index}`]),
  ])
  const limits = [
    ...(within === undefined ? [] : [`${subject.organisation} = any (${literal.ids(within)})`]),
    ...anyOf(necessary),
  ]
  const list = [`${subject.organisation} as o`, `${subject.organisationType} as t`, ...own, ...counted]
  const base = `${name} as (select ${list.join(', ')} from ${from} where ${[where, ...limits].join(' and ')})`
  return [...ctes, base].join(',\n')
}

/** At least one of these conjunctions; one that says more than another adds nothing, an empty one is always true. */
function anyOf(conjunctions: readonly (readonly string[])[]): string[] {
  const weakest = conjunctions.filter(
    (one, i) =>
      !conjunctions.some(
        (other, j) =>
          other.every((part) => one.includes(part)) &&
          (other.length < one.length || (other.length === one.length && j < i)),
      ),
  )
  if (weakest.length === 0 || weakest.some((parts) => parts.length === 0)) return []
  return [`(${weakest.map((parts) => parts.join(' and ')).join(' or ')})`]
}

function keyOf(slice: Slice): string {
  if (slice.kind !== 'bands') return slice.column
  const cases = slice.bands.map(({ key, under }) =>
    under === null ? `else ${literal.code(key)}` : `when ${slice.column} < ${under} then ${literal.code(key)}`,
  )
  return `case when ${slice.column} is null then null ${cases.join(' ')} end`
}

function selectsOf(block: Block, index: number): string[] {
  const { plan, slices, name } = block
  const figures = figuresOf(block)
  const byOrganisation = [...slices.keys()].some(isOfOrganisation)
  const total = byOrganisation
    ? `select ${index} as block, ${BY_ORGANISATION} as slice, o || '|' || t as key, ${figures} as counts from ${name} group by o, t`
    : `select ${index} as block, ${NO_SLICE} as slice, null as key, ${figures} as counts from ${name}`
  const others = [...slices].flatMap(([slice, { index: number, columns }]) => {
    const declared = plan.subject.slices[slice]
    if (declared === undefined || isOfOrganisation(slice)) return []
    const somebody = [...columns].map((column) => `c${column}`).join(' or ')
    const many = declared.kind === 'ref' && declared.many
    const from = many ? `${name} cross join lateral unnest(k${number}) as each (key)` : name
    const key = many ? 'each.key' : `k${number}`
    return [
      `select ${index}, ${number}, ${key}::text, ${figures} from ${from} where (${somebody}) and ${key} is not null group by ${key}`,
    ]
  })
  return [total, ...others]
}

function figuresOf({ columns }: Block): string {
  const figures = [...columns.values()].map(({ index, column }) =>
    column.sum === undefined
      ? `count(*) filter (where c${index})`
      : `coalesce(sum(q${index}) filter (where c${index}), 0)`,
  )
  return `concat_ws(',', ${figures.join(', ')})`
}

type Figures = { total(column: number): number; slice(name: string, column: number): Map<string, number> }

function readRows(rows: readonly CountRow[], blocks: readonly Block[]): Map<Block, Figures> {
  const byBlock = Map.groupBy(rows, (row) => row.block)
  return new Map(
    blocks.map((block, index) => {
      const mine = (byBlock.get(index) ?? []).map((row) => ({ ...row, values: row.counts.split(',').map(Number) }))
      return [block, figuresFrom(block, mine)]
    }),
  )
}

type ReadRow = CountRow & { readonly values: readonly number[] }

function figuresFrom(block: Block, rows: readonly ReadRow[]): Figures {
  const whole = rows.filter((row) => row.slice === BY_ORGANISATION || row.slice === NO_SLICE)
  return {
    total: (column) => exact(whole.reduce((sum, row) => sum + (row.values[column] ?? 0), 0)),
    slice(name, column) {
      const figures = new Map<string, number>()
      const mine = isOfOrganisation(name) ? whole : rows.filter((row) => row.slice === block.slices.get(name)?.index)
      for (const row of mine) {
        const key = sliceKey(name, row.key)
        figures.set(key, exact((figures.get(key) ?? 0) + (row.values[column] ?? 0)))
      }
      return figures
    },
  }
}

function sliceKey(name: string, key: string | null): string {
  if (key === null || !isOfOrganisation(name)) return key ?? ''
  const [organisation, type] = key.split('|')
  return (name === 'organisation' ? organisation : type) ?? ''
}

/** Quantities have at most three decimals; what binary addition leaves behind them is cut off. */
const exact = (sum: number): number => (Number.isInteger(sum) ? sum : Math.round(sum * 1e6) / 1e6)
