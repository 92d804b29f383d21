/**
 * SQL literals. Compiled plans carry their constants as literals, so that PostgreSQL plans with them; nothing but what
 * passes here may be written into a plan.
 */

export function int(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`no integer: ${value}`)
  return String(value)
}

export function number(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`no number: ${value}`)
  return value < 0 ? `(${value})` : String(value)
}

export function day(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new TypeError(`no day: ${value}`)
  return `date '${value}'`
}

/** A code of a closed list. */
export function code(value: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(value)) throw new TypeError(`no code: ${value}`)
  return `'${value}'`
}

export function ids(values: readonly number[]): string {
  return `'{${values.map(int).join(',')}}'::bigint[]`
}
