import type { ReactNode } from 'react'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { MyLetters } from '../../letters/ui/my-letters.section.tsx'
import { CalendarFeed } from './calendar-feed.section.tsx'
import { calendarWords } from './words.ts'

/** How one keeps what one goes to before one's eyes. */
export function MyCalendarPage(): ReactNode {
  const words = useWords(calendarWords)
  return (
    <Page
      title={words.title}
      actions={
        <TextLink to="/my" size="sm">
          {words.back}
        </TextLink>
      }
    >
      <MyLetters />
      <CalendarFeed />
    </Page>
  )
}
