import { createContext, useContext } from 'react'
import type { DictionaryTerm } from '../modules/registry/districts/district.contract.ts'
import type { Me } from '../modules/registry/grants/me.contract.ts'
import { useLanguage } from './language.tsx'

export type { Me }

const MeContext = createContext<Me | null>(null)
export const MeProvider = MeContext.Provider

/** Who is signed in. Pages are shown to nobody else. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (me === null) throw new Error('asked outside of the signed-in pages')
  return me
}

/** What the reader's district calls one of our terms, in the nominative; `heading` begins with a capital. */
export function useTerm(term: DictionaryTerm): { readonly word: string; readonly heading: string } {
  const { language } = useLanguage()
  const word = useMe().district?.dictionary[term][language] ?? ''
  return { word, heading: `${word.charAt(0).toLocaleUpperCase()}${word.slice(1)}` }
}

/** Whether the actor holds a permission with any reach: what to offer; the server decides. */
export const useMay = (permission: string): boolean => useMe().permissions.includes(permission)
