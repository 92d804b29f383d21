import { valuesOf } from './named.ts'
import type { Condition, Leaf, Population, When } from './population.contract.ts'
import type { Field, TermDeclaration, Vocabulary } from './vocabulary.ts'

/** What is wrong with a population, and where: the path inside the tree and a code of the message catalogue. */
export type PopulationFault = {
  readonly path: string
  readonly code: string
  readonly params?: Readonly<Record<string, string>>
}

/** Holds a population against the vocabulary: unknown terms and fields, values outside closed lists, windows a fact cannot have. */
export function checkPopulation(
  vocabulary: Vocabulary,
  subject: string,
  population: Population,
  path = '',
): PopulationFault[] {
  if ('all' in population)
    return population.all.flatMap((child, i) => checkPopulation(vocabulary, subject, child, join(path, `all.${i}`)))
  if ('any' in population)
    return population.any.flatMap((child, i) => checkPopulation(vocabulary, subject, child, join(path, `any.${i}`)))
  if ('not' in population) return checkPopulation(vocabulary, subject, population.not, join(path, 'not'))
  const term = vocabulary.term(subject, population.term)
  if (term === undefined) return [{ path: join(path, 'term'), code: 'term_unknown', params: { term: population.term } }]
  return checkLeaf(vocabulary, term, population, path)
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

function checkLeaf(vocabulary: Vocabulary, term: TermDeclaration, leaf: Leaf, path: string): PopulationFault[] {
  const faults = membersOf(leaf)
    .filter((member) => !ALLOWED[term.kind].includes(member))
    .map((member) => ({ path: join(path, member), code: 'member_not_for_term', params: { term: term.term } }))
  switch (term.kind) {
    case 'fact':
      return [...faults, ...checkWhen(leaf.when, 'on' in term.time, path), ...checkFields(term.fields, leaf, path)]
    case 'link':
      return [...faults, ...(leaf.of ? checkPopulation(vocabulary, term.to, leaf.of, join(path, 'of')) : [])]
    case 'field':
      return [...faults, ...checkCondition(term.field, leaf, path)]
    case 'day':
      return [...faults, ...checkWhen(leaf.when, true, path)]
    default:
      return faults
  }
}

const ALLOWED: Readonly<Record<TermDeclaration['kind'], readonly string[]>> = {
  fact: ['where', 'when', 'atLeast', 'total'],
  link: ['of', 'atLeast'],
  field: ['is', 'from', 'under', 'upTo', 'main'],
  years: ['is', 'from', 'under', 'upTo'],
  day: ['when'],
  state: [],
}

const membersOf = (leaf: Leaf): string[] =>
  Object.entries(leaf).flatMap(([name, value]) => (name === 'term' || value === undefined ? [] : [name]))

function checkWhen(when: When | undefined, point: boolean, path: string): PopulationFault[] {
  if (when === undefined) return []
  const fits = point ? !('at' in when || 'overlapping' in when) : !('during' in when)
  return fits ? [] : [{ path: join(path, 'when'), code: point ? 'when_needs_interval' : 'when_needs_day' }]
}

function checkFields(fields: Readonly<Record<string, Field>>, leaf: Leaf, path: string): PopulationFault[] {
  const where = Object.entries(leaf.where ?? {}).flatMap(([name, condition]) => {
    const field = fields[name]
    const at = join(path, `where.${name}`)
    return field === undefined ? [{ path: at, code: 'field_unknown' }] : checkCondition(field, condition, at)
  })
  const summed = leaf.total === undefined ? undefined : fields[leaf.total.field]
  const total =
    leaf.total !== undefined && summed?.kind !== 'number'
      ? [{ path: join(path, 'total.field'), code: 'field_not_a_number' }]
      : []
  return [...where, ...total]
}

function checkCondition(field: Field, condition: Condition, path: string): PopulationFault[] {
  const values = valuesOf(condition)
  const bounded = condition.from !== undefined || condition.under !== undefined || condition.upTo !== undefined
  if (bounded && field.kind !== 'number') return [{ path, code: 'bounds_need_number' }]
  if (values.length === 0 && !bounded && (field.kind === 'code' || field.kind === 'ref'))
    return [{ path, code: 'value_missing' }]
  return values.flatMap((value) => {
    const fault = faultOfValue(field, value)
    return fault === undefined ? [] : [{ path: join(path, 'is'), code: fault, params: { value: String(value) } }]
  })
}

function faultOfValue(field: Field, value: string | number | boolean): string | undefined {
  switch (field.kind) {
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'value_not_yes_no'
    case 'number':
      return typeof value === 'number' ? undefined : 'value_not_number'
    case 'code':
      return typeof value === 'string' && value in field.values ? undefined : 'value_not_in_list'
    case 'ref':
      return typeof value === 'string' ? undefined : 'value_not_text'
  }
}
