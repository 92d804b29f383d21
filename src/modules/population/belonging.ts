import { CompiledQuery } from 'kysely'
import type { ReadDb } from '../../platform/db/db.ts'
import * as literal from './literal.ts'
import type { MembersContext } from './members.ts'
import { findNames } from './names.ts'
import { createPlan } from './plan.ts'
import type { Population } from './population.contract.ts'

export type BelongingQuestion = {
  readonly subject: string
  readonly population: Population
  readonly date: string
  /** Only of these it is asked; left out: of everybody within reach. */
  readonly ids?: readonly number[]
}

type Context = Omit<MembersContext, 'names'>

/** Who of them certainly belongs to a population without faults on the day; whoever is unknown does not. */
export async function findBelonging(db: ReadDb, question: BelongingQuestion, context: Context): Promise<number[]> {
  const { subject: name, population, date, ids } = question
  const names = await findNames(db, context.vocabulary, [{ subject: name, population }])
  const plan = createPlan(name, { ...context, names, at: { tenant: context.tenant, date }, exact: true }, 'b_')
  const { subject } = plan
  const is = plan.expression(population)
  const limits = [
    ...(ids === undefined ? [] : [`${subject.id} = any (${literal.ids(ids)})`]),
    ...(context.within === undefined ? [] : [`${subject.organisation} = any (${literal.ids(context.within)})`]),
  ]
  const { ctes, from, where } = plan.source(limits.length === 0 ? undefined : MINE)
  const within = [where, ...limits].join(' and ')
  const at = { tenant: context.tenant, date }
  const mine = `${MINE} as materialized (select ${subject.id} as id from ${subject.from(at)} where ${within})`
  const tables = [...(limits.length === 0 ? [] : [mine]), ...ctes]
  const statement = `${tables.length === 0 ? '' : `with ${tables.join(',\n')} `}select ${subject.id} as id
from ${from} where ${within} and (${is})`
  const { rows } = await db.getExecutor().executeQuery<{ id: number }>(CompiledQuery.raw(statement))
  return rows.map(({ id }) => id)
}

/** The subjects asked about: where there are few, only their facts are looked for. */
const MINE = 'b_mine'
