import type { ReactNode } from 'react'
import { today } from '../../../../../web/formats.ts'
import { ButtonLink } from '../../../../../web/kit/links.tsx'
import { useWords } from '../../../../../web/language.tsx'
import { useMay } from '../../../../../web/me.tsx'
import type { Event } from '../../../events/events.contract.ts'
import { presenceWords } from './words.ts'

/** On the card of an event on the day of a meeting: the code for who holds it, and where it is typed for who came. */
export function PresenceLinks({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(presenceWords)
  const comes = useMay('enrolment.own')
  if (event.state !== 'announced' || !event.meetings.some(({ day }) => day === today())) return null
  return (
    <>
      {event.can.includes('hold') ? (
        <ButtonLink to="/events/$id/code" params={{ id: String(event.id) }} variant="default">
          {words.show}
        </ButtonLink>
      ) : null}
      {comes ? (
        <ButtonLink to="/here" variant="default">
          {words.typeCode}
        </ButtonLink>
      ) : null}
    </>
  )
}
