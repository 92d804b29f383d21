import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { listTrends, type Step, type Trend } from '../trend.contract.ts'

type Wanted = {
  readonly date: string | undefined
  readonly code?: string
  readonly step?: Step
  readonly points?: number
}

/** The totals of several days up to one, by the code of the indicator; asked once the day is known. */
export function useTrends({ date, code, step, points }: Wanted, enabled = true) {
  const trends = useQuery({
    queryKey: ['trends', date, code, step, points],
    queryFn: ({ signal }) =>
      call(
        listTrends,
        {
          query: {
            ...(date !== undefined && { date }),
            ...(code !== undefined && { code: [code] }),
            ...(step !== undefined && { step }),
            ...(points !== undefined && { points }),
          },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled: enabled && date !== undefined,
  })
  const byCode: ReadonlyMap<string, Trend> | undefined =
    trends.data && new Map(trends.data.indicators.map((one) => [one.code, one]))
  return { byCode, error: trends.error, refetch: trends.refetch }
}
