import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { useLanguage } from '../../../../web/language.tsx'
import { listIndicators } from '../values.contract.ts'

type Wanted = {
  readonly date: string | undefined
  readonly code?: readonly string[]
  readonly by?: readonly string[]
  readonly organisation?: number
}

/** The figures of a day, today when no day is given. */
export function useFigures({ date, code, by, organisation }: Wanted, enabled = true) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['indicators', date, code, by, organisation, language],
    queryFn: ({ signal }) =>
      call(
        listIndicators,
        {
          query: {
            ...(date !== undefined && { date }),
            ...(code && { code: [...code] }),
            ...(by && { by: [...by] }),
            ...(organisation !== undefined && { organisation }),
          },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled,
  })
}
