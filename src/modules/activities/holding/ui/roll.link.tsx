import type { ReactNode } from 'react'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { Event } from '../../events/events.contract.ts'
import { rollWords } from './words.ts'

/** On the card of an event, for who answers for it: from its first day on, and of one that was held at any time. */
export function RollLink({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(rollWords)
  const marks = event.can.includes('hold')
  const looks = event.state === 'held' && event.can.includes('change')
  if (!marks && !looks) return null
  return (
    <ButtonLink to="/events/$id/roll" params={{ id: String(event.id) }} variant={marks ? 'filled' : 'default'}>
      {marks ? words.mark : words.look}
    </ButtonLink>
  )
}
