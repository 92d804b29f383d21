import type { ProfileSettings } from '../profiles.contract.ts'

export const NO_SETTINGS: ProfileSettings = { sheets: {}, answers: {}, scores: null, hidden: null }

type Part = 'columns' | 'constants'

/** Remembers of a sheet what a column stands for, or what stands in every row; undefined forgets it. */
export function withSheet(
  settings: ProfileSettings,
  sheet: string,
  part: Part,
  [key, value]: readonly [string, string | null | undefined],
): ProfileSettings {
  const own = settings.sheets[sheet] ?? { columns: {}, constants: {} }
  const rest = Object.entries(own[part]).filter(([name]) => name !== key)
  const next = Object.fromEntries(value === undefined ? rest : [...rest, [key, value]])
  return { ...settings, sheets: { ...settings.sheets, [sheet]: { ...own, [part]: next } } }
}

/** Remembers what a value means; undefined forgets it. */
export function withAnswer(
  settings: ProfileSettings,
  kind: string,
  key: string,
  value: string | undefined,
): ProfileSettings {
  const rest = Object.entries(settings.answers[kind] ?? {}).filter(([name]) => name !== key)
  const next = Object.fromEntries(value === undefined ? rest : [...rest, [key, value]])
  return { ...settings, answers: { ...settings.answers, [kind]: next } }
}
