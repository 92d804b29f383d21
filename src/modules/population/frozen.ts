import { conditionOfFact, factWithin, unsureOfFact, whenOf } from './facts.ts'
import * as literal from './literal.ts'
import { type MembersContext, type MembersRequest, numberedLeaves } from './members.ts'
import { createPlan, termOf } from './plan.ts'
import type { AsOf } from './vocabulary.ts'
import { windowAt } from './window.ts'

/**
 * SQL of everybody in the denominator of a figure with the ids of their evidence, to be frozen: columns id, counted,
 * organisation, slices (keys of the slices with several values), evidence ([[table, id], …]).
 */
export function compileFrozen(
  request: Pick<MembersRequest, 'subject' | 'of' | 'who' | 'date'>,
  context: MembersContext,
): string {
  const at: AsOf = { tenant: context.tenant, date: request.date }
  const plan = createPlan(request.subject, { ...context, at, exact: false }, 'z_')
  const of = plan.expression(request.of)
  const who = request.who === undefined ? 'true' : `coalesce(${plan.expression(request.who)}, false)`
  const { ctes, from, where } = plan.source()
  const many = Object.values(plan.subject.slices).find((slice) => slice.kind === 'ref' && slice.many)
  const base = `z as (select ${plan.subject.id} as id, ${plan.subject.organisation} as organisation, ${many?.column ?? `'{}'::bigint[]`} as slices, ${of} as is_of, ${who} as counted from ${from} where ${where})`
  const evidence = evidenceOf(request, context, at)
  const proof = `proof as (select subject, jsonb_agg(jsonb_build_array(source_table, id) order by source_table, id) as evidence from (${evidence.join('\nunion\n')}) as e group by subject)`
  return `with ${[...ctes, base, ...(evidence.length > 0 ? [proof] : [])].join(',\n')}
select z.id, z.counted, z.organisation, z.slices, ${evidence.length > 0 ? 'proof.evidence' : 'null::jsonb'} as evidence
from z ${evidence.length > 0 ? 'left join proof on proof.subject = z.id' : ''} where z.is_of`
}

function evidenceOf(
  request: Pick<MembersRequest, 'subject' | 'of' | 'who' | 'date'>,
  context: MembersContext,
  at: AsOf,
): string[] {
  const always = context.vocabulary.subjects.get(request.subject)?.always ?? []
  return [...always.map((leaf) => ({ leaf })), ...numberedLeaves(request)].flatMap(({ leaf }) => {
    const term = termOf(context.vocabulary, request.subject, leaf)
    if (term.kind !== 'fact') return []
    const condition = conditionOfFact(term, leaf, context.names)
    const counts = unsureOfFact(term, leaf, context.names) === undefined ? condition : `(${condition}) is true`
    const window = factWithin(term, windowAt(whenOf(leaf), at.date))
    return [
      `select ${term.of} as subject, '${term.evidence.table}' as source_table, ${term.evidence.alias}.id as id from ${term.from(at)} where ${term.where(at)} and ${window} and ${counts}`,
    ]
  })
}

/** SQL of names as they are now, for ids of a subject: columns id, label. */
export function compileLabels(
  subject: string,
  ids: readonly number[],
  { vocabulary, tenant }: Pick<MembersContext, 'vocabulary' | 'tenant'>,
): string {
  const declared = vocabulary.subjects.get(subject)
  if (declared === undefined) throw new Error(`no such subject: ${subject}`)
  return `select id, label from (${declared.labels({ tenant })}) as named where id = any (${literal.ids(ids)})`
}
