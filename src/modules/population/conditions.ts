import { startOfFullYears } from './dates.ts'
import * as literal from './literal.ts'
import { valuesOf } from './named.ts'
import type { Names } from './names.ts'
import type { Condition, When } from './population.contract.ts'
import type { Field } from './vocabulary.ts'
import { windowAt } from './window.ts'

/** SQL of a condition on a field; three-valued where the column may be empty. */
export function conditionOn(field: Field, condition: Condition, names: Names, column: string = field.column): string {
  switch (field.kind) {
    case 'flag':
      return condition.is === false ? `not ${column}` : column
    case 'code':
      return oneOf(
        column,
        valuesOf(condition).map((v) => literal.code(String(v))),
      )
    case 'ref':
      return conditionOnNames(
        field.many === true && column === field.column,
        column,
        valuesOf(condition).flatMap((v) => names(field.classifier, String(v))),
      )
    case 'number':
      return bounds(column, condition)
  }
}

function conditionOnNames(many: boolean, column: string, found: readonly number[]): string {
  if (many)
    return found.length === 1 ? `${literal.int(found[0] ?? 0)} = any (${column})` : `${column} && ${literal.ids(found)}`
  // A name nobody uses yet: false, but still unknown where the column is empty.
  if (found.length === 0) return `${column} <> ${column}`
  return oneOf(column, found.map(literal.int))
}

function oneOf(column: string, values: readonly string[]): string {
  return values.length === 1 ? `${column} = ${values[0]}` : `${column} in (${values.join(', ')})`
}

function bounds(column: string, { is, from, under, upTo }: Condition): string {
  const wanted = [
    ...(is === undefined
      ? []
      : [
          oneOf(
            column,
            valuesOf({ is }).map((v) => literal.number(Number(v))),
          ),
        ]),
    ...(from === undefined ? [] : [`${column} >= ${literal.number(from)}`]),
    ...(under === undefined ? [] : [`${column} < ${literal.number(under)}`]),
    ...(upTo === undefined ? [] : [`${column} <= ${literal.number(upTo)}`]),
  ]
  return wanted.length === 0 ? `${column} is not null` : wanted.join(' and ')
}

/** Full years since the column's day, as a comparison with constant days: no arithmetic per row, leap days exact. */
export function yearsSince(column: string, { is, from, under, upTo }: Condition, date: string): string {
  // Nobody has fewer than no years: a start after the day counts as none, an empty one stays unknown.
  const reached = (years: number): string =>
    years <= 0 ? `${column} = ${column}` : `${column} <= ${literal.day(startOfFullYears(date, years))}`
  const before = (years: number): string => `${column} > ${literal.day(startOfFullYears(date, years))}`
  const exactly = typeof is === 'number' ? [reached(is), before(is + 1)] : []
  const wanted = [
    ...exactly,
    ...(from === undefined ? [] : [reached(from)]),
    ...(under === undefined ? [] : [before(under)]),
    ...(upTo === undefined ? [] : [before(upTo + 1)]),
  ]
  return wanted.length === 0 ? `${column} is not null` : wanted.join(' and ')
}

/** A day in the window of `when`; an empty day has not come. */
export function dayWithin(column: string, when: When, date: string): string {
  const { from, to } = windowAt(when, date)
  const bounds = [...(from === null ? [] : [`${column} >= ${literal.day(from)}`]), `${column} <= ${literal.day(to)}`]
  return `coalesce(${bounds.join(' and ')}, false)`
}
