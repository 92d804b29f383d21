import { conditionOn, dayWithin, yearsSince } from './conditions.ts'
import { createFactGatherer, type FactPlace, maskOf, whenOf } from './facts.ts'
import * as literal from './literal.ts'
import type { Names } from './names.ts'
import type { Leaf, Population } from './population.contract.ts'
import type {
  AsOf,
  AttributeDeclaration,
  LinkDeclaration,
  SubjectDeclaration,
  TermDeclaration,
  Vocabulary,
} from './vocabulary.ts'

export type PlanContext = {
  readonly vocabulary: Vocabulary
  readonly names: Names
  readonly at: AsOf
  /** Also tell "unknown" from "no" for facts; figures need it only under a negation, lists of people always. */
  readonly exact: boolean
}

/** A plan being made: populations of one subject as of one day, over one scan of each source. */
export type Plan = {
  readonly subject: SubjectDeclaration
  /** SQL of the population, three-valued, over the row source of `source()`. */
  expression(population: Population): string
  /** Conditions on the subject's own columns that every member fulfils, all of them; used to read fewer rows. */
  necessary(population: Population): readonly string[]
  /**
   * Common table expressions and FROM … WHERE … of the subjects with their facts; ask for it after all expressions.
   * `mine` names a table expression of ids: only facts of those are looked at.
   */
  source(mine?: string): Source
}

export type Source = { readonly ctes: readonly string[]; readonly from: string; readonly where: string }

/** Begins a plan. `prefix` keeps the names of nested plans apart. */
export function createPlan(subjectName: string, context: PlanContext, prefix = ''): Plan {
  const subject = context.vocabulary.subjects.get(subjectName)
  if (subject === undefined) throw new Error(`no such subject: ${subjectName}`)
  const { at, names } = context
  const facts = createFactGatherer(at, names)
  const links = new Map<string, { column: string; declaration: LinkDeclaration; of: Population }>()

  function expression(population: Population): string {
    return render(population, false)
  }

  function render(population: Population, negated: boolean): string {
    if ('not' in population) return `not ${render(population.not, !negated)}`
    if ('all' in population) return joined(population.all, negated, 'and')
    if ('any' in population) return joined(population.any, negated, 'or')
    return leaf(population, negated)
  }

  /** Plain bits of a conjunction or disjunction collapse into one mask test a word. */
  function joined(children: readonly Population[], negated: boolean, operator: 'and' | 'or'): string {
    const masks = new Map<number, number[]>()
    const others: string[] = []
    for (const child of children) {
      const place = bitOf(child, negated)
      if (place === undefined) others.push(render(child, negated))
      else masks.set(place.word, [...(masks.get(place.word) ?? []), place.bit])
    }
    const tests = [...masks].map(([word, bits]) => {
      const column = `${prefix}fact.f${word}`
      return operator === 'and' ? hasAll(column, bits, filled(negated)) : hasAny(column, bits, filled(negated))
    })
    const parts = [...others, ...tests]
    if (parts.length === 0) return operator === 'and' ? 'true' : 'false'
    return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${operator} `)})`
  }

  function bitOf(population: Population, negated: boolean): { word: number; bit: number } | undefined {
    if (!('term' in population)) return undefined
    const term = termOf(context.vocabulary, subjectName, population)
    if (term.kind !== 'fact') return undefined
    const place = facts.placeOf(term, population, context.exact || negated)
    return place.kind === 'bit' && place.maybe === undefined ? place : undefined
  }

  function leaf(population: Leaf, negated: boolean): string {
    const term = termOf(context.vocabulary, subjectName, population)
    if (term.kind === 'fact') return fact(facts.placeOf(term, population, context.exact || negated), negated)
    if (term.kind === 'link') return linked(term, population)
    return attribute(term, population, context)
  }

  /**
   * Fact columns are empty for subjects without any fact. Where only what is certainly true counts, empty serves as
   * false; under a negation, and where "unknown" is told from "no", it has to be filled.
   */
  function filled(negated: boolean): Filling {
    return context.exact || negated ? (sql) => `coalesce(${sql}, 0)` : (sql) => `(${sql})`
  }

  function fact(place: FactPlace, negated: boolean): string {
    if (place.kind === 'count') return counted(place, negated)
    const sure = hasAny(`${prefix}fact.f${place.word}`, [place.bit], filled(negated))
    if (place.maybe === undefined) return sure
    const maybe = hasAny(`${prefix}fact.f${place.maybe.word}`, [place.maybe.bit], filled(negated))
    return `case when ${sure} then true when ${maybe} then null else false end`
  }

  function counted({ column, maybe, atLeast }: Extract<FactPlace, { kind: 'count' }>, negated: boolean): string {
    const least = literal.number(atLeast)
    const sure = `${filled(negated)(`${prefix}fact.${column}`)} >= ${least}`
    if (maybe === undefined) return sure
    return `case when ${sure} then true when ${prefix}fact.${column} + ${prefix}fact.${maybe} >= ${least} then null else false end`
  }

  function linked(declaration: LinkDeclaration, population: Leaf): string {
    const of = population.of ?? { all: [] }
    const key = JSON.stringify([declaration.term, of])
    const known = links.get(key) ?? { column: `${prefix}l${links.size}`, declaration, of }
    links.set(key, known)
    return `coalesce(${known.column}.members, 0) >= ${literal.int(population.atLeast ?? 1)}`
  }

  function source(mine?: string): Source {
    const gathered = facts.gathered(mine)
    const ctes: string[] = []
    let from = subject?.from(at) ?? ''
    if (gathered !== undefined) {
      // Few subjects are joined by a nested loop, which would gather their facts anew for each of them.
      ctes.push(`${prefix}fact as ${mine === undefined ? '' : 'materialized '}(${gathered})`)
      from += ` left join ${prefix}fact on ${prefix}fact.id = ${subject?.id}`
    }
    for (const link of links.values()) {
      const inner = createPlan(link.declaration.to, context, `${link.column}_`)
      const condition = inner.expression(link.of)
      const { ctes: innerCtes, from: innerFrom, where: innerWhere } = inner.source()
      ctes.push(...innerCtes)
      ctes.push(
        `${link.column} as (select ${link.declaration.through} as id, count(*) as members from ${innerFrom} where ${innerWhere} and ${condition} group by 1)`,
      )
      from += ` left join ${link.column} on ${link.column}.id = ${subject?.id}`
    }
    return { ctes, from, where: subject?.where(at) ?? 'true' }
  }

  function necessary(population: Population): readonly string[] {
    if ('term' in population) {
      const term = termOf(context.vocabulary, subjectName, population)
      return term.kind === 'fact' || term.kind === 'link' ? [] : [attribute(term, population, context)]
    }
    return 'all' in population ? [...new Set(population.all.flatMap(necessary))] : []
  }

  return { subject, expression, necessary, source }
}

export function termOf(vocabulary: Vocabulary, subject: string, leaf: Leaf): TermDeclaration {
  const term = vocabulary.term(subject, leaf.term)
  if (term === undefined) throw new Error(`no such term: ${subject}.${leaf.term}`)
  return term
}

/** SQL of a leaf about the subject itself. */
export function attribute(
  term: AttributeDeclaration,
  leaf: Leaf,
  { names, at }: Pick<PlanContext, 'names' | 'at'>,
): string {
  switch (term.kind) {
    case 'field': {
      const column = leaf.main === true && term.mainColumn !== undefined ? term.mainColumn : term.field.column
      return bracketed(conditionOn(term.field, leaf, names, column))
    }
    case 'years':
      return bracketed(yearsSince(term.column, leaf, at.date))
    case 'day':
      return dayWithin(term.column, whenOf(leaf), at.date)
    case 'state':
      return bracketed(term.sql(at))
  }
}

const bracketed = (sql: string): string => (/ (and|or) /.test(sql) ? `(${sql})` : sql)

type Filling = (sql: string) => string
const hasAny = (column: string, bits: readonly number[], filled: Filling): string =>
  `${filled(`${column} & ${maskOf(bits)}`)} <> 0`
const hasAll = (column: string, bits: readonly number[], filled: Filling): string =>
  bits.length === 1 ? hasAny(column, bits, filled) : `${filled(`${column} & ${maskOf(bits)}`)} = ${maskOf(bits)}`
