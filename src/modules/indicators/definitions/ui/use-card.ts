import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { useLanguage } from '../../../../web/language.tsx'
import { listEditions, listReadyIndicators } from '../definitions.contract.ts'

/** An indicator with its passport and all its versions. */
export function useCard(code: string | undefined) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['definition', code, language],
    queryFn: () => call(listEditions, { params: { code: code ?? '' } }),
    enabled: code !== undefined,
    staleTime: 60_000,
  })
}

/** What other districts count, in the reader's language. */
export function useReady(wanted = true) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['definitions', 'ready', language],
    queryFn: () => call(listReadyIndicators, {}),
    enabled: wanted,
    staleTime: 60_000,
  })
}

/** What shows something else after an indicator changed. */
export const touchesIndicators = [['definition'], ['definitions'], ['indicators'], ['members'], ['find']] as const
