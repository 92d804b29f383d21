import { useWords } from '../../../../web/language.tsx'
import { useTerm } from '../../../../web/me.tsx'
import type { Organisation } from '../organisations.contract.ts'
import { organisationWords } from './words.ts'

/** What types of organisations are called; the centres as the district calls them. */
export function useTypes(): Readonly<Record<Organisation['type'], string>> {
  const { types } = useWords(organisationWords)
  const methodical = useTerm('methodical_centre').word
  const psychological = useTerm('psychological_centre').word
  return { ...types, methodical_centre: methodical, psychological_centre: psychological }
}
