import type { NoteFacts } from './note.facts.ts'

type Place = Pick<NoteFacts, 'base' | 'date' | 'compare'>

/** The page of an indicator on the day of the note. */
export function figureLink({ base, date, compare }: Place, code: string): string {
  return `${base}/indicators/${encodeURIComponent(code)}?${new URLSearchParams({ date, before: compare })}`
}

/** The same page with who stands behind one cell; the page opens names only to whoever may see them. */
export function cellLink(place: Place, code: string, slice: string, key: string): string {
  return `${figureLink(place, code)}&${new URLSearchParams({ who: code, slice, key })}`
}
