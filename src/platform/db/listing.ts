import { type Expression, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'

/** Limit and offset of a list's page. */
export function pageOf(query: { page: number; size: number }): { limit: number; offset: number } {
  return { limit: query.size, offset: (query.page - 1) * query.size }
}

/**
 * Orders by the named keys (`-` descending, empty values last either way) and at the end by id, so that pages neither
 * repeat nor miss a row.
 */
export function orderBy<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  sort: readonly string[],
  expressions: Readonly<Record<string, Expression<unknown>>>,
): SelectQueryBuilder<DB, TB, O> {
  const sorted = sort.reduce((ordered, name) => {
    const descending = name.startsWith('-')
    const expression = expressions[descending ? name.slice(1) : name]
    if (expression === undefined) throw new Error(`no sort key ${name}`)
    return ordered.orderBy(expression, (o) => (descending ? o.desc().nullsLast() : o.asc().nullsLast()))
  }, query)
  return sorted.orderBy(sql.ref('id'))
}

/** The same for a list that is put together in SQL: what stands behind ORDER BY. */
export function orderOf(
  sort: readonly string[],
  expressions: Readonly<Record<string, RawBuilder<unknown>>>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const keys = sort.map((name) => {
    const descending = name.startsWith('-')
    const expression = expressions[descending ? name.slice(1) : name]
    if (expression === undefined) throw new Error(`no sort key ${name}`)
    return descending ? sql`${expression} desc nulls last` : sql`${expression} asc nulls last`
  })
  return sql.join([...keys, id])
}

/** What somebody typed, within a pattern of LIKE: its signs stand for themselves. */
export const literally = (typed: string): string => typed.replace(/[\\%_]/g, '\\$&')

/** A pattern of LIKE: what somebody typed, anywhere. */
export const anywhere = (typed: string): string => `%${literally(typed)}%`
