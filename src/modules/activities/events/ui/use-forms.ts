import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { listEventForms } from '../forms.contract.ts'

const LONG = 300_000

/** The forms one chooses among; `had` is that of an event, which stays though it may be offered no more. */
export function useForms(had?: { readonly id: number; readonly label: string }): { value: string; label: string }[] {
  const forms = useQuery({ queryKey: ['event-forms'], queryFn: () => call(listEventForms, {}), staleTime: LONG })
  const offered = (forms.data?.items ?? []).filter(({ id, retired }) => !retired || id === had?.id)
  const all = had === undefined || offered.some(({ id }) => id === had.id) ? offered : [had, ...offered]
  return all.map(({ id, label }) => ({ value: String(id), label }))
}
