import truth from '../fixtures/district.truth.json' with { type: 'json' }

const { counts, rejected } = truth

/** What the sample district must come to, sheet by sheet in the order in which they load: rows accepted, rows refused. */
export const SAMPLE_TOLD = [
  [counts.organisations, rejected.organisations],
  [counts.employments, rejected.staff],
  [counts.learning, rejected.learning],
  [counts.diagnostics, rejected.diagnostics],
  [counts.events, rejected.events],
  [counts.attendance, rejected.attendance],
  [counts.communities, rejected.communities],
  [counts.members, rejected.members],
  [counts.mentoring, rejected.mentoring],
  [counts.pools, rejected.pools],
  [counts.staffing, rejected.staffing],
]

type Told = { readonly accepted: number; readonly rejected: readonly { readonly row: number; readonly code: string }[] }

/** The same of what a load told. */
export const toldOf = (files: readonly Told[]): unknown[] =>
  files.map((file) => [file.accepted, file.rejected.map(({ row, code }) => ({ row, code }))])
