import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Page } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { EventLink } from '../../enrolment/ui/event.link.tsx'
import { History } from './history.section.tsx'
import { InvitedPeople } from './invited.section.tsx'
import { Inviting } from './inviting.section.tsx'
import { invitationWords } from './words.ts'

/** Whom to tell of an event, and what became of what was sent. */
export function InvitationsPage(): ReactNode {
  const words = useWords(invitationWords)
  const event = Number(useParams({ from: '/events/$id/invitations' }).id)
  return (
    <Page title={words.title} about={words.about} actions={<EventLink event={event} />}>
      <Inviting event={event} />
      <History event={event} />
      <InvitedPeople event={event} />
    </Page>
  )
}
