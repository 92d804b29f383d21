import * as literal from './literal.ts'
import type { Names } from './names.ts'
import { createPlan, type Plan } from './plan.ts'
import type { Population } from './population.contract.ts'
import type { Slice, Vocabulary } from './vocabulary.ts'

/** What is counted: the members of a population, or a quantity summed over them. */
export type Quantity = { readonly subject: string; readonly of: Population; readonly sum?: string | undefined }

export type CountRequest = { readonly quantity: Quantity; readonly date: string; readonly slices: readonly string[] }

/** Figures of one request. Slice keys are ids of organisations or classifier values, or codes. */
export type Count = {
  readonly total: number
  /** The keys of a slice that occur among the subjects it was counted over. */
  keys(slice: string): Iterable<string>
  /** The figure of one key; 0 where there is nobody. */
  at(slice: string, key: string): number
}

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
  /** Their numbers in the rows. */
  readonly slices: Map<string, number>
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
    const column = columnOf(block, request)
    for (const name of request.slices) addSlice(block, name)
    return { block, column }
  })
  const list = [...blocks.values()]
  const bases = list.map((block) => baseOf(block, context))
  const selects = list.flatMap((block, index) => selectsOf(block, index))
  const sql = `with ${bases.join(',\n')}\n${selects.join('\nunion all\n')}`
  return {
    sql,
    read(rows) {
      const figures = readRows(rows, list)
      return places.map(({ block, column }) => countOf(figures.get(block), column))
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

function addSlice({ slices }: Block, name: string): void {
  if (!slices.has(name)) slices.set(name, slices.size + 1)
}

const isOfOrganisation = (name: string): boolean => name === 'organisation' || name === 'organisation_type'

function baseOf({ plan, columns, necessary, slices, name }: Block, { within }: CountContext): string {
  const { subject } = plan
  const { ctes, from, where } = plan.source()
  const own = [...slices].flatMap(([slice, index]) => {
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
  const others = [...slices].flatMap(([slice, number]) => {
    const declared = plan.subject.slices[slice]
    if (declared === undefined || isOfOrganisation(slice)) return []
    const each =
      declared.kind === 'ref' && declared.many
        ? `(select *, unnest(k${number}) as key from ${name} where cardinality(k${number}) > 0) as each`
        : `(select *, k${number} as key from ${name} where k${number} is not null) as each`
    return [`select ${index}, ${number}, key::text, ${figures} from ${each} group by key`]
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

/** The figures of a block, a number a column: of everybody and by slice and key. */
type Figures = { readonly total: Sums; readonly slices: ReadonlyMap<string, Map<string, Sums>> }
type Sums = number[]

function readRows(rows: readonly CountRow[], blocks: readonly Block[]): Map<Block, Figures> {
  const byBlock = Map.groupBy(rows, (row) => row.block)
  return new Map(blocks.map((block, index) => [block, figuresFrom(block, byBlock.get(index) ?? [])]))
}

function figuresFrom(block: Block, rows: readonly CountRow[]): Figures {
  const total: Sums = []
  const slices = new Map([...block.slices.keys()].map((name) => [name, new Map<string, Sums>()]))
  const names = new Map([...block.slices].map(([name, index]) => [index, name]))
  for (const row of rows) {
    const values = row.counts.split(',').map(Number)
    if (row.slice === BY_ORGANISATION || row.slice === NO_SLICE) add(total, values)
    for (const [name, key] of cellsOf(row, names)) {
      const keys = slices.get(name)
      const sums = keys?.get(key)
      if (sums === undefined) keys?.set(key, [...values])
      else add(sums, values)
    }
  }
  return { total, slices }
}

/** The slices a row belongs to, with its key in each. */
function cellsOf({ slice, key }: CountRow, names: ReadonlyMap<number, string>): [name: string, key: string][] {
  if (key === null) return []
  if (slice !== BY_ORGANISATION) return [[names.get(slice) ?? '', key]]
  const [organisation = '', type = ''] = key.split('|')
  return [
    ['organisation', organisation],
    ['organisation_type', type],
  ]
}

function add(sums: Sums, values: readonly number[]): void {
  values.forEach((value, column) => {
    sums[column] = (sums[column] ?? 0) + value
  })
}

const countOf = (figures: Figures | undefined, column: number): Count => ({
  total: exact(figures?.total[column] ?? 0),
  keys: (slice) => figures?.slices.get(slice)?.keys() ?? [],
  at: (slice, key) => exact(figures?.slices.get(slice)?.get(key)?.[column] ?? 0),
})

/** Quantities have at most three decimals; what binary addition leaves behind them is cut off. */
const exact = (sum: number): number => (Number.isInteger(sum) ? sum : Math.round(sum * 1e6) / 1e6)
