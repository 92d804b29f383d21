import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { listPositions } from '../../classifiers/positions.contract.ts'
import { listOrganisations } from '../../organisations/organisations.contract.ts'

type Choice = { readonly value: string; readonly label: string }

const ALL = 200
const LONG = 300_000

/** The organisations and positions one chooses among, the most frequent positions first; asked for when they are wanted. */
export function usePlaces(enabled = true): { readonly organisations: Choice[]; readonly positions: Choice[] } {
  const organisations = useQuery({
    queryKey: ['organisations', 'choice'],
    queryFn: () => call(listOrganisations, { query: { size: ALL, sort: 'name' } }),
    staleTime: LONG,
    enabled,
  })
  const positions = useQuery({
    queryKey: ['positions', 'choice'],
    queryFn: () => call(listPositions, { query: { size: ALL, sort: '-employments' } }),
    staleTime: LONG,
    enabled,
  })
  return { organisations: choicesOf(organisations.data?.items), positions: choicesOf(positions.data?.items) }
}

const choicesOf = (items: readonly { readonly id: number; readonly name: string }[] = []): Choice[] =>
  items.map(({ id, name }) => ({ value: String(id), label: name }))
