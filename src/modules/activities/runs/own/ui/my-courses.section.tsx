import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../../web/api.ts'
import { TextLink } from '../../../../../web/kit/links.tsx'
import { Section } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../../web/language.tsx'
import { useMay } from '../../../../../web/me.tsx'
import { ChoiceDue } from '../../electives/ui/own-electives.tsx'
import { listMyRuns } from '../own.contract.ts'
import { OwnStanding } from './own-standing.tsx'
import { ownRunWords } from './words.ts'

const MOST = 3

/** On one's own page: the courses one learns on, the latest first. Nothing where there is none. */
export function MyCourses(): ReactNode {
  const words = useWords(ownRunWords)
  const mayEnrol = useMay('enrolment.own')
  const mine = useQuery({
    queryKey: ['my-runs', 'latest'],
    queryFn: () => call(listMyRuns, { query: { size: MOST } }),
    enabled: mayEnrol,
  })
  if (!mayEnrol || mine.data?.total === 0) return null
  return (
    <Section title={words.title}>
      <ProblemNote error={mine.error} onRetry={() => mine.refetch()} />
      <ul className="rost-plain-list">
        {mine.data?.items.map((run) => (
          <li key={run.eventId}>
            <span className="rost-own-name">{run.title}</span> <OwnStanding run={run} />{' '}
            {run.electives === null ? null : <ChoiceDue electives={run.electives} />}
          </li>
        ))}
      </ul>
      <TextLink to="/my/courses">{words.all}</TextLink>
    </Section>
  )
}
