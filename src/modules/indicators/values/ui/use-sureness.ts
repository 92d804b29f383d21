import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { useLanguage } from '../../../../web/language.tsx'
import { listSureness, type Sureness } from '../values.contract.ts'

/** For how many nobody can say whether they count, by code; undefined while it is on its way. */
export function useSureness(
  { date, code }: { readonly date: string | undefined; readonly code?: readonly string[] },
  enabled = true,
): ReadonlyMap<string, Sureness> | undefined {
  const { language } = useLanguage()
  const { data } = useQuery({
    queryKey: ['sureness', date, code, language],
    queryFn: ({ signal }) =>
      call(
        listSureness,
        { query: { ...(date !== undefined && { date }), ...(code && { code: [...code] }) } },
        { signal },
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled,
  })
  return data && new Map(data.items.map((item) => [item.code, item]))
}
