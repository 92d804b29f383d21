import type { Origin } from './provenance.contract.ts'

/** As the tables keep it: the row a record came from, and later rows (or null: by hand) by column. */
export type StoredOrigins = {
  readonly sourceId: number | null
  readonly sourceRow: number | null
  readonly storedOrigins: Readonly<Record<string, readonly [source: number, row: number | null] | null>> | null
}

/** Columns whose values have origins, and the fields they are told as. */
export const PERSON_FIELDS = {
  surname: 'surname',
  given_name: 'givenName',
  patronymic: 'patronymic',
  birth_on: 'birthOn',
  sex: 'sex',
  snils_hash: 'snils',
} as const

export const EMPLOYMENT_FIELDS = {
  position_id: 'position',
  hired_on: 'hiredOn',
  dismissed_on: 'dismissedOn',
  rate: 'rate',
  main: 'main',
  subject_ids: 'subjects',
  experience_since: 'experienceSince',
  category_id: 'category',
  education_level_id: 'educationLevel',
  pedagogical_education: 'pedagogicalEducation',
  kind: 'kind',
  category_on: 'categoryOn',
  category_until: 'categoryUntil',
  category_order: 'categoryOrder',
  leave_kind_id: 'leaveKind',
  leave_on: 'leaveOn',
  leave_until: 'leaveUntil',
  deputy_function_id: 'deputyFunction',
  class_led: 'classLed',
  email: 'email',
} as const

/** Null: entered by hand, also about a file that says nothing of it (a source without a row). */
export function originOf(source: number | null, row: number | null): Origin {
  return source === null || row === null ? null : { source, row }
}

/** By field, where its value comes from when not from the record's own row. */
export function originsOf(
  stored: StoredOrigins['storedOrigins'],
  fields: Readonly<Record<string, string>>,
): Record<string, Origin> {
  if (stored === null) return {}
  return Object.fromEntries(
    Object.entries(stored).flatMap(([column, origin]) => {
      const field = fields[column]
      return field === undefined ? [] : [[field, origin && originOf(...origin)]]
    }),
  )
}
