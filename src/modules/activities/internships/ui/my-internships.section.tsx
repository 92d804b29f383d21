import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { listInternships } from '../internships.contract.ts'
import { InternshipMark } from './state.mark.tsx'
import { internshipWords } from './words.ts'

const MOST = 10

/** On one's own page: internships one does or guides. Nothing where there is none. */
export function MyInternships(): ReactNode {
  const words = useWords(internshipWords)
  const { language } = useLanguage()
  const mayRead = useMay('internship.read')
  const mine = useQuery({
    queryKey: ['internships', 'mine'],
    queryFn: () => call(listInternships, { query: { size: MOST, state: ['arranged'] } }),
    enabled: mayRead,
  })
  if (!mayRead || mine.data === undefined || mine.data.total === 0) return null
  return (
    <Section title={words.mine}>
      <ProblemNote error={mine.error} onRetry={() => mine.refetch()} />
      <ul className="rost-plain-list">
        {mine.data.items.map((internship) => (
          <li key={internship.id}>
            {sayShortDay(internship.startsOn, language)} – {sayShortDay(internship.endsOn, language)}{' '}
            <TextLink
              underline="always"
              to="/internships/$id"
              params={{ id: String(internship.id) }}
              className="rost-own-name"
            >
              {internship.model.title}
            </TextLink>{' '}
            <InternshipMark internship={internship} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
