import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { RowLink } from '../../../web/kit/links.tsx'

type Props = { readonly id: number; readonly children: ReactNode }

/** To the page of a person, in a list. */
export function PersonLink({ id, children }: Props): ReactNode {
  const router = useRouter()
  const target = { to: '/people/$id', params: { id: String(id) } } as const
  return (
    <RowLink href={`/people/${id}`} ahead={() => router.preloadRoute(target)} go={() => router.navigate(target)}>
      {children}
    </RowLink>
  )
}

/** To the page of an organisation, in a list. */
export function OrganisationLink({ id, children }: Props): ReactNode {
  const router = useRouter()
  const target = { to: '/organisations/$id', params: { id: String(id) } } as const
  return (
    <RowLink href={`/organisations/${id}`} ahead={() => router.preloadRoute(target)} go={() => router.navigate(target)}>
      {children}
    </RowLink>
  )
}
