import type { ReactNode } from 'react'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { Event } from '../../events/events.contract.ts'
import { invitationWords } from './words.ts'

/** On the card of an event, for who answers for it, as long as somebody may still come. */
export function InvitationLink({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(invitationWords)
  if (event.state !== 'announced' || !event.can.includes('change')) return null
  return (
    <ButtonLink to="/events/$id/invitations" params={{ id: String(event.id) }} variant="default">
      {words.link}
    </ButtonLink>
  )
}
