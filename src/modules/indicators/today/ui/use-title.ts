import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { getOrganisation } from '../../../registry/organisations/organisations.contract.ts'
import { todayWords } from './words.ts'

/** Whose figures the page shows: the district's, or of the organisations one reaches, by what they are. */
export function useTitle(isOwn: boolean): { text: string; of: string | undefined } {
  const words = useWords(todayWords)
  const organisations = new Map(
    useMe().grants.flatMap(({ organisation }) => (organisation === null ? [] : [[organisation.id, organisation]])),
  )
  const [only, ...others] = [...organisations.values()]
  const id = others.length === 0 ? only?.id : undefined
  const organisation = useQuery({
    queryKey: ['organisation', String(id)],
    queryFn: () => call(getOrganisation, { params: { id: id ?? 0 } }),
    enabled: isOwn && id !== undefined,
    staleTime: 300_000,
  })
  if (!isOwn) return { text: words.district, of: undefined }
  const names = [...organisations.values()].map(({ name }) => name).join(', ')
  if (others.length > 0) return { text: words.ownSeveral, of: names }
  const { data } = organisation
  return { text: data === undefined ? words.ownUnknown : words.own[data.type], of: names }
}
