import { useWords } from '../language.tsx'
import { useTerm } from '../me.tsx'
import type { Place } from './navigation.ts'
import { shellWords } from './words.ts'

/** What the sections are called, in the district's own words where it has some. */
export function usePlaceNames(): Readonly<Record<Place['name'], string>> {
  const { nav } = useWords(shellWords)
  return { ...nav, note: useTerm('note').heading }
}
