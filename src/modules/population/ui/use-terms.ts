import { useQuery } from '@tanstack/react-query'
import { call } from '../../../web/api.ts'
import { useLanguage } from '../../../web/language.tsx'
import { findListValues, listTerms } from '../asking/populations.contract.ts'

/** What populations can be made of, in the reader's words; it changes only when spreadsheets bring new values. */
export function useTerms() {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['population', 'terms', language],
    queryFn: () => call(listTerms, {}),
    staleTime: 300_000,
  })
}

/** Values of a list too long for a menu, by what was typed. */
export function useListValues(list: string | null, q: string) {
  return useQuery({
    queryKey: ['population', 'values', list, q],
    queryFn: ({ signal }) => call(findListValues, { query: { list: list ?? '', q } }, { signal }),
    enabled: list !== null && q !== '',
    staleTime: 60_000,
    placeholderData: (before) => before,
  })
}
