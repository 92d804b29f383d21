import type { ReactNode } from 'react'
import { ButtonLink } from '../../../../../web/kit/links.tsx'
import { useWords } from '../../../../../web/language.tsx'
import type { Event } from '../../../events/events.contract.ts'
import { groupWords } from './words.ts'

/** On the card of an event that runs a programme, for who holds it. */
export function RunLink({ event: { id, programme, state, can } }: { readonly event: Event }): ReactNode {
  const words = useWords(groupWords)
  if (programme === null || can.length === 0 || state === 'draft') return null
  return (
    <ButtonLink to="/events/$id/run" params={{ id: String(id) }} variant="default">
      {words.title}
    </ButtonLink>
  )
}
