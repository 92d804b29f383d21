import { type FieldFault, Refusal } from '../../../platform/errors.ts'

/** The columns whose values differ, with the new ones. */
export function changesOf<T extends object>(before: T, after: T): Partial<T> {
  const columns = Object.keys(after) as (keyof T)[]
  const differing = columns.filter((column) => JSON.stringify(after[column]) !== JSON.stringify(before[column]))
  return Object.fromEntries(differing.map((column) => [column, after[column]])) as Partial<T>
}

/** All that is wrong with a request, at once. */
export function refuseFaults(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw new Refusal('invalid', 'request_invalid', { fields: faults })
}
