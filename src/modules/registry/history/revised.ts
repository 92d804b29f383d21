import { EMPLOYMENT_FIELDS, PERSON_FIELDS } from '../people/provenance.ts'
import type { Revision } from './history.contract.ts'

export type Kind = Revision['kind']

/** A row of a table as `to_jsonb` gives it: columns by name. */
export type Image = Readonly<Record<string, unknown>>

/** What is kept of a change, and how its columns are told. */
type Revised = {
  readonly table: string
  readonly fields: Readonly<Record<string, string>>
  /** Lists whose values a column refers to. */
  readonly refers: Readonly<Record<string, 'position' | 'value'>>
}

export const REVISED: Readonly<Record<Kind, Revised>> = {
  person: {
    table: 'registry.person',
    fields: PERSON_FIELDS,
    refers: {},
  },
  employment: {
    table: 'registry.employment',
    fields: EMPLOYMENT_FIELDS,
    refers: {
      position_id: 'position',
      subject_ids: 'value',
      category_id: 'value',
      education_level_id: 'value',
      leave_kind_id: 'value',
      deputy_function_id: 'value',
    },
  },
  organisation: {
    table: 'registry.organisation',
    fields: {
      code: 'code',
      name: 'name',
      type: 'type',
      pupils: 'pupils',
      mentoring_model_on: 'mentoringModelOn',
      active_until: 'activeUntil',
      kind_id: 'organisationKind',
      shifts: 'shifts',
    },
    refers: { kind_id: 'value' },
  },
}

/** What any change of a row changes, and what the database makes of other columns. */
const OF_EVERY_CHANGE = ['version', 'origins', 'name_key']

/** The columns in which two images of a row differ. */
export function differing(before: Image, after: Image): string[] {
  return Object.keys(after).filter(
    (column) => !OF_EVERY_CHANGE.includes(column) && JSON.stringify(after[column]) !== JSON.stringify(before[column]),
  )
}

/** What is told of a revision: those of its columns that a card shows and that are filled on one side at least. */
export function toldColumns(kind: Kind, before: Image | null, after: Image | null): string[] {
  const { fields } = REVISED[kind]
  if (before !== null && after !== null) return differing(before, after).filter((column) => column in fields)
  const image = before ?? after ?? {}
  return Object.keys(fields).filter((column) => !isEmpty(image[column]))
}

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)
