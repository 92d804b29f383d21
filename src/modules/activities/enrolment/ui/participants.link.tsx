import type { ReactNode } from 'react'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { enrolmentWords } from './words.ts'

/** On the card of an event, for who sees who comes. */
export function ParticipantsLink({ event }: { readonly event: number }): ReactNode {
  const words = useWords(enrolmentWords)
  if (!useMay('enrolment.read')) return null
  return (
    <ButtonLink to="/events/$id/participants" params={{ id: String(event) }} variant="default">
      {words.participants}
    </ButtonLink>
  )
}
