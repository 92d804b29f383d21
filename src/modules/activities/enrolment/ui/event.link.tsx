import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { useWords } from '../../../../web/language.tsx'
import { getEvent } from '../../events/events.contract.ts'
import { enrolmentWords } from './words.ts'

/** Back to the card of the event, by its title: who comes from a link sees of what the page speaks. */
export function EventLink({ event }: { readonly event: number }): ReactNode {
  const words = useWords(enrolmentWords)
  const card = useQuery({ queryKey: ['event', event], queryFn: () => call(getEvent, { params: { id: event } }) })
  return (
    <TextLink to="/events/$id" params={{ id: String(event) }} size="sm" className="rost-own-name">
      {card.data === undefined ? words.backToEvent : `«${card.data.title}»`}
    </TextLink>
  )
}
