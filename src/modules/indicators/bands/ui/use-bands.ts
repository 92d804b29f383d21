import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { type Band, listBands } from '../bands.contract.ts'

/** What the district takes for good, by the code of the indicator. */
export function useBands(): ReadonlyMap<string, Band> {
  const bands = useQuery({ queryKey: ['bands'], queryFn: () => call(listBands, {}), staleTime: 300_000 })
  return new Map((bands.data?.items ?? []).map((band) => [band.code, band]))
}
