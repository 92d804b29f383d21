import { conditionOfFact, factWithin, unsureOfFact, whenOf } from './facts.ts'
import * as literal from './literal.ts'
import type { Names } from './names.ts'
import { attribute, createPlan, termOf } from './plan.ts'
import { type Leaf, leavesOf, type Population } from './population.contract.ts'
import type { AsOf, AttributeEvidence, Evidence, FactDeclaration, Slice, Vocabulary } from './vocabulary.ts'
import { windowAt } from './window.ts'

/**
 * Which members of a figure are asked for: those counted; those only in the denominator; those who are not counted
 * because something about them is unknown; all for whom something unknown leaves the figure open, whether they stand
 * outside of it (`unknown`) or are in the denominator and might be in the numerator too.
 */
export type Part = 'counted' | 'rest' | 'unknown' | 'unsure'

export type MembersRequest = {
  readonly subject: string
  /** The denominator of a share, or the population of a count. */
  readonly of: Population
  /** Of them, who makes the numerator; absent for a count. */
  readonly who?: Population | undefined
  readonly date: string
  readonly slice?: { readonly name: string; readonly key: string } | undefined
  readonly part: Part
  readonly limit: number
  readonly offset: number
}

/** The same without a page of names. */
export type PartsRequest = Omit<MembersRequest, 'part' | 'limit' | 'offset'>

export type MembersContext = {
  readonly vocabulary: Vocabulary
  readonly names: Names
  readonly tenant: number
  readonly within?: readonly number[] | undefined
}

export type MemberRow = {
  readonly id: number
  readonly label: string
  readonly organisation: { readonly id: number; readonly code: string; readonly name: string }
  /** Numbers of the leaves (denominator first) that are unknown for this member. */
  readonly unknown: readonly number[]
}

/** A page of one part in the order of the labels, and how many there are in each part. */
export type MembersPage = {
  readonly counted: number
  readonly rest: number
  readonly unknown: number
  readonly unsure: number
  readonly members: readonly MemberRow[]
}

/** One statement that answers with one row, a MembersPage. */
export function compileMembers(request: MembersRequest, context: MembersContext): string {
  const at: AsOf = { tenant: context.tenant, date: request.date }
  const { subject, ctes, leaves } = gathered(request, context, at)
  const unknown = leaves.map(({ index }) => `case when u${index} then ${index} end`)
  return `with ${ctes.join(',\n')},
page as (select m.*, named.label from m join (${subject.labels(at)}) as named on named.id = m.id
  where ${PART_CONDITIONS[request.part]}
  order by named.label, m.id limit ${literal.int(request.limit)} offset ${literal.int(request.offset)})
select ${COUNTS},
  (select coalesce(json_agg(json_build_object('id', page.id, 'label', label,
    'organisation', json_build_object('id', o.id, 'code', o.code, 'name', o.name),
    'unknown', array_remove(array[${unknown.join(', ')}]::int[], null)) order by label, page.id), '[]')
    from page join registry.organisation o on o.tenant_id = ${literal.int(at.tenant)} and o.id = page.organisation) as members
from m`
}

/** How many are in each part, and of how many for whom the figure is open each leaf (by its number) is unknown. */
export type PartsRow = Omit<MembersPage, 'members'> & { readonly reasons: Readonly<Record<string, number>> }

/** One statement that answers with one row, a PartsRow; nobody is named. */
export function compileParts(request: PartsRequest, context: MembersContext): string {
  const { ctes, leaves } = gathered(request, context, { tenant: context.tenant, date: request.date })
  const reasons = leaves.map(
    ({ index }) => `'${index}', count(*) filter (where (${PART_CONDITIONS.unsure}) and u${index})::int`,
  )
  return `with ${ctes.join(',\n')} select ${COUNTS}, json_build_object(${reasons.join(', ')}) as reasons from m`
}

/** Everybody who may belong to a figure as the table expression `m`, with what is known of each. */
function gathered(request: PartsRequest, context: MembersContext, at: AsOf) {
  const plan = createPlan(request.subject, { ...context, at, exact: true }, 'm_')
  const { subject } = plan
  const of = plan.expression(request.of)
  const who = request.who === undefined ? 'true' : plan.expression(request.who)
  const leaves = attributeLeaves(request, context, at)
  const asked = [
    ...(context.within === undefined ? [] : [`${subject.organisation} = any (${literal.ids(context.within)})`]),
    ...(request.slice === undefined ? [] : [sliceCondition(request.slice, plan.subject.slices)]),
  ]
  // Whoever certainly lacks what every member has belongs to no part; who may have it is unknown.
  const limits = [...asked, ...plan.necessary(request.of).map((condition) => `(${condition}) is not false`)]
  const { ctes, from, where } = plan.source(asked.length === 0 ? undefined : MINE)
  const mine = `${MINE} as materialized (select ${subject.id} as id from ${subject.from(at)} where ${[where, ...limits].join(' and ')})`
  const columns = [
    `${subject.id} as id, ${subject.organisation} as organisation, ${of} as is_of, ${who} as is_who`,
    ...leaves.map(({ index, sql }) => `(${sql}) is null as u${index}`),
  ]
  const base = `m as materialized (select ${columns.join(', ')} from ${from} where ${[where, ...limits].join(' and ')})`
  return { subject, leaves, ctes: [...(asked.length === 0 ? [] : [mine]), ...ctes, base] }
}

/** The subjects asked for: where there are few, only their facts are looked for. */
const MINE = 'm_mine'

const PART_CONDITIONS: Readonly<Record<Part, string>> = {
  counted: 'is_of and is_who',
  rest: 'is_of and is_who is not true',
  unknown: 'is_of is null',
  unsure: 'is_of is null or (is_of and is_who is null)',
}

const COUNTS = (['counted', 'rest', 'unknown', 'unsure'] as const)
  .map((part) => `count(*) filter (where ${PART_CONDITIONS[part]})::int as ${part}`)
  .join(', ')

function sliceCondition({ name, key }: { name: string; key: string }, slices: Readonly<Record<string, Slice>>): string {
  const slice = slices[name]
  if (slice === undefined) throw new Error(`no such slice: ${name}`)
  if (slice.kind === 'code') return `${slice.column} = ${literal.code(key)}`
  if (slice.kind === 'ref') {
    const id = literal.int(Number(key))
    return slice.many ? `${id} = any (${slice.column})` : `${slice.column} = ${id}`
  }
  const band = slice.bands.find((b) => b.key === key)
  if (band === undefined) return 'false'
  return `${slice.column} >= ${band.from}${band.under === null ? '' : ` and ${slice.column} < ${band.under}`}`
}

export type NumberedLeaf = { readonly index: number; readonly leaf: Leaf }

/** All leaves of the request, denominator first; their numbers name them in rows and facts. */
export function numberedLeaves({ of, who }: Pick<MembersRequest, 'of' | 'who'>): NumberedLeaf[] {
  const seen = new Map<string, NumberedLeaf>()
  for (const leaf of [...leavesOf(of), ...(who ? leavesOf(who) : [])]) {
    const key = JSON.stringify(leaf)
    if (!seen.has(key)) seen.set(key, { index: seen.size, leaf })
  }
  return [...seen.values()]
}

function attributeLeaves(request: PartsRequest, context: MembersContext, at: AsOf): { index: number; sql: string }[] {
  return numberedLeaves(request).flatMap(({ index, leaf }) => {
    const term = termOf(context.vocabulary, request.subject, leaf)
    return term.kind === 'fact' || term.kind === 'link'
      ? []
      : [{ index, sql: attribute(term, leaf, { names: context.names, at }) }]
  })
}

export type FactRow = {
  readonly subject: number
  /** Number of the leaf this fact speaks for; null for what is always shown. */
  readonly leaf: number | null
  readonly table: string
  readonly id: number
  readonly label: string
  readonly from: string | null
  readonly to: string | null
  /** False where a field the condition asks for is empty: it may count, nobody knows. */
  readonly sure: boolean
  readonly load: number | null
  readonly file: string | null
  readonly sheet: string | null
  readonly row: number | null
}

/** One statement: the facts behind these members, with the file, sheet, row and load each came from. */
export function compileEvidence(
  request: Pick<MembersRequest, 'subject' | 'of' | 'who' | 'date'>,
  members: readonly number[],
  context: MembersContext,
): string | undefined {
  const at: AsOf = { tenant: context.tenant, date: request.date }
  const declared = context.vocabulary.subjects.get(request.subject)
  const always = declared?.always ?? []
  // Behind a sub-select, where the planner does not weigh every id in every arm.
  const mine = `array(select id from ${MINE})`
  const shown = [...always.map((leaf) => ({ index: null, leaf })), ...numberedLeaves(request)]
  const selects = shown.flatMap(({ index, leaf }) => {
    const term = termOf(context.vocabulary, request.subject, leaf)
    if (term.kind === 'fact') return [factSelect(term, leaf, index, mine, at, context.names)]
    const evidence = 'evidence' in term ? term.evidence : undefined
    return evidence === undefined ? [] : [attributeSelect(evidence, index, mine, at)]
  })
  if (declared?.evidence !== undefined) selects.unshift(attributeSelect(declared.evidence, null, mine, at))
  if (selects.length === 0) return undefined
  return `with ${MINE} as materialized (select unnest(${literal.ids(members)}) as id)
select e.subject, e.leaf, e.source_table as "table", e.id, e.label, e.from_on as "from", e.to_on as "to", e.sure,
  s.load_id as load, s.file, s.sheet, e.source_row as row
from (${selects.join('\nunion all\n')}) as e
left join registry.source s on s.tenant_id = ${literal.int(at.tenant)} and s.id = e.source_id and e.source_row is not null
order by e.subject, e.leaf nulls first, e.from_on, e.id`
}

function factSelect(
  fact: FactDeclaration,
  leaf: Leaf,
  index: number | null,
  members: string,
  at: AsOf,
  names: Names,
): string {
  const condition = conditionOfFact(fact, leaf, names)
  const unsure = unsureOfFact(fact, leaf, names)
  const time = 'on' in fact.time ? `${fact.time.on}, null::date` : `${fact.time.from}, ${fact.time.to}`
  const counts = unsure === undefined ? condition : `(${condition}) is not false`
  return `${head(fact.of, index, fact.evidence, time, unsure === undefined ? 'true' : `(${condition}) is true`)} from ${fact.from(at)} ${fact.evidence.join?.(at) ?? ''} where ${fact.where(at)} and ${fact.of} = any (${members}) and ${factWithin(fact, windowAt(whenOf(leaf), at.date))} and ${counts}`
}

function attributeSelect(evidence: AttributeEvidence, index: number | null, members: string, at: AsOf): string {
  return `${head(evidence.of, index, evidence, 'null::date, null::date', 'true')} from ${evidence.from(at)} ${evidence.join?.(at) ?? ''} where ${evidence.where(at)} and ${evidence.of} = any (${members})`
}

function head(of: string, index: number | null, { table, alias, label }: Evidence, time: string, sure: string): string {
  const [from, to] = time.split(', ')
  return `select ${of} as subject, ${index === null ? 'null::int' : index} as leaf, '${table}' as source_table, ${alias}.id as id, ${label} as label, ${from} as from_on, ${to} as to_on, ${sure} as sure, ${alias}.source_id as source_id, ${alias}.source_row as source_row`
}
