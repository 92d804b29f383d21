import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment, sayShortDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { listMyEnrolments } from '../enrolment.contract.ts'
import { EnrolmentMark } from './state.mark.tsx'
import { enrolmentWords } from './words.ts'

/** On one's own page: where one goes next. Nothing where one goes nowhere. */
export function MyEnrolments(): ReactNode {
  const words = useWords(enrolmentWords)
  const { language } = useLanguage()
  const mayEnrol = useMay('enrolment.own')
  const mine = useQuery({
    queryKey: ['my-enrolments'],
    queryFn: () => call(listMyEnrolments, { query: { size: 20 } }),
    enabled: mayEnrol,
  })
  if (!mayEnrol || mine.data?.total === 0) return null
  return (
    <Section title={words.myEvents}>
      <ProblemNote error={mine.error} onRetry={() => mine.refetch()} />
      <ul className="rost-plain-list">
        {mine.data?.items.map(({ eventId, title, startsAt, startsOn, state, inLine, isCancelled }) => (
          <li key={eventId}>
            {startsAt === null ? sayShortDay(startsOn, language) : sayMoment(startsAt, language)}{' '}
            <TextLink underline="always" to="/events/$id" params={{ id: String(eventId) }} className="rost-own-name">
              {title}
            </TextLink>{' '}
            {isCancelled ? (
              <Mark state="bad">{words.hindrances.cancelled}</Mark>
            ) : (
              <EnrolmentMark state={state} inLine={inLine} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
