import type { ReactNode } from 'react'
import { today } from '../../../../../web/formats.ts'
import { ButtonLink } from '../../../../../web/kit/links.tsx'
import { useWords } from '../../../../../web/language.tsx'
import { useMay } from '../../../../../web/me.tsx'
import type { Event } from '../../../events/events.contract.ts'
import { marksWords } from '../../marks/ui/words.ts'
import { presenceWords } from './words.ts'

/** On the card of an event from the day of a meeting on: marks and the code for who holds it, and where it is typed for who came. */
export function PresenceLinks({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(presenceWords)
  const comes = useMay('enrolment.own')
  const marking = useWords(marksWords)
  if (event.state !== 'announced' || !event.meetings.some(({ day }) => day <= today())) return null
  const isToday = event.meetings.some(({ day }) => day === today())
  return (
    <>
      {event.can.includes('hold') ? (
        <ButtonLink to="/events/$id/marks" params={{ id: String(event.id) }} variant="default">
          {marking.link}
        </ButtonLink>
      ) : null}
      {isToday && event.can.includes('hold') ? (
        <ButtonLink to="/events/$id/code" params={{ id: String(event.id) }} variant="default">
          {words.show}
        </ButtonLink>
      ) : null}
      {isToday && comes ? (
        <ButtonLink to="/here" variant="default">
          {words.typeCode}
        </ButtonLink>
      ) : null}
    </>
  )
}
