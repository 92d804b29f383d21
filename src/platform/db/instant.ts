import { type RawBuilder, sql } from 'kysely'

/**
 * A column of moments as contracts tell them, to the second: `2026-09-01T08:30:00Z`. For what SQL itself puts together;
 * a column that is selected alone comes as a Date.
 */
export const instant = (column: string): RawBuilder<string> =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
