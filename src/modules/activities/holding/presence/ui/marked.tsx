import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayMoment, sayShortDay } from '../../../../../web/formats.ts'
import { TextLink } from '../../../../../web/kit/links.tsx'
import { Mark } from '../../../../../web/kit/marks.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import type { Language } from '../../../../../web/words.ts'
import type { Presence } from '../presence.contract.ts'
import { presenceWords } from './words.ts'

export const sayMeeting = ({ day, from, until, title }: Presence['meeting'], language: Language): string =>
  `${sayShortDay(day, language)}, ${from}–${until} ${title}`.trim()

/** That it is done, and that nothing else is wanted. */
export function Marked({ presence: { event, markedAt, hasSeat } }: { readonly presence: Presence }): ReactNode {
  const words = useWords(presenceWords)
  const { language } = useLanguage()
  return (
    <Stack gap="xs" role="status">
      <Text size="xl" fw={600} component="div">
        <Mark state="good">{words.markedAt(markedAt === null ? '' : sayMoment(markedAt, language))}</Mark>
      </Text>
      {hasSeat ? null : <Text>{words.withoutSeat}</Text>}
      <Text c="dimmed">{words.nothingElse}</Text>
      <TextLink to="/events/$id" params={{ id: String(event.id) }}>
        {words.toEvent}
      </TextLink>
    </Stack>
  )
}
