import * as literal from '../literal.ts'
import { type MembersContext, numberedLeaves } from '../members.ts'
import { createPlan } from '../plan.ts'
import type { Population } from '../population.contract.ts'
import type { AsOf } from '../vocabulary.ts'

export type PreviewQuestion = {
  readonly subject: string
  readonly population: Population
  readonly among: Population
  readonly date: string
  /** Organisations whose members may be named; undefined is all, null is nobody. */
  readonly named: readonly number[] | undefined | null
}

export type PreviewRow = {
  readonly matched: number
  readonly rest: number
  readonly unsure: number
  readonly matchedNames: readonly NamedRow[] | null
  readonly unsureNames: readonly NamedRow[] | null
}

export type NamedRow = {
  readonly id: number
  readonly label: string
  readonly organisation: { readonly code: string; readonly name: string }
  /** Numbers of the leaves (those of `among` first) that are unknown for this one. */
  readonly unknown: readonly number[]
}

/** How many names are said. */
const FIRST = 10

/** One statement that answers with one row, a PreviewRow: everybody of the subject is judged once. */
export function compilePreview(question: PreviewQuestion, context: MembersContext): string {
  const { subject: name, population, among, date, named } = question
  const at: AsOf = { tenant: context.tenant, date }
  const plan = createPlan(name, { ...context, at, exact: true }, 'w_')
  const { subject } = plan
  const is = plan.expression({ all: [among, population] })
  const isAmong = plan.expression(among)
  const leaves = numberedLeaves({ of: among, who: population }).map(({ index, leaf }) => ({
    index,
    sql: plan.expression(leaf),
  }))
  const limits = context.within === undefined ? [] : [`${subject.organisation} = any (${literal.ids(context.within)})`]
  const { ctes, from, where } = plan.source(limits.length === 0 ? undefined : MINE)
  const within = [where, ...limits].join(' and ')
  const mine = `${MINE} as materialized (select ${subject.id} as id from ${subject.from(at)} where ${within})`
  const columns = [
    `${subject.id} as id, ${subject.organisation} as organisation, ${is} as is_matched, ${isAmong} as is_among`,
    ...leaves.map(({ index, sql }) => `(${sql}) is null as u${index}`),
  ]
  const judged = `judged as materialized (select ${columns.join(', ')} from ${from} where ${within})`
  const why = leaves.map(({ index }) => `case when u${index} then ${index} end`)
  const first = (condition: string): string => {
    if (named === null) return 'null::json'
    const seen = named === undefined ? '' : ` and organisation = any (${literal.ids(named)})`
    return `(select coalesce(json_agg(json_build_object('id', f.id, 'label', f.label,
      'organisation', json_build_object('code', o.code, 'name', o.name),
      'unknown', array_remove(array[${why.join(', ')}]::int[], null)) order by f.label, f.id), '[]')
      from (select judged.*, l.label from judged join (${subject.labels(at)}) as l on l.id = judged.id
        where ${condition}${seen} order by l.label, judged.id limit ${literal.int(FIRST)}) as f
      join registry.organisation o on o.tenant_id = ${literal.int(at.tenant)} and o.id = f.organisation)`
  }
  return `with ${[...(limits.length === 0 ? [] : [mine]), ...ctes, judged].join(',\n')}
select count(*) filter (where is_matched)::int as matched,
  count(*) filter (where is_among and is_matched is false)::int as rest,
  count(*) filter (where is_matched is null)::int as unsure,
  ${first('is_matched')} as "matchedNames",
  ${first('is_matched is null')} as "unsureNames"
from judged`
}

/** The subjects within reach: where there are few, only their facts are looked for. */
const MINE = 'w_mine'
