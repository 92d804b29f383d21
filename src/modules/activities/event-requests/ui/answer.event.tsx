import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayShortDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { EventRequest } from '../event-requests.contract.ts'
import { eventRequestWords } from './words.ts'

/** The event that answers a request; a draft is a name for whoever may not open it yet. */
export function AnswerEvent({ event }: Pick<EventRequest, 'event'>): ReactNode {
  const words = useWords(eventRequestWords)
  const { language } = useLanguage()
  if (event === null) return '—'
  return (
    <>
      {event.isOpen ? (
        <TextLink to="/events/$id" params={{ id: String(event.id) }}>
          <span className="rost-own-name">{event.title}</span>
        </TextLink>
      ) : (
        <span className="rost-own-name">{event.title}</span>
      )}
      <Text size="xs" c="dimmed">
        {`${sayShortDay(event.heldOn, language)}, ${words.eventStates[event.state]}`}
      </Text>
    </>
  )
}
