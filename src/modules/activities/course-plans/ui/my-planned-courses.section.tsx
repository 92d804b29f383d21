import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { plannerWords } from '../../planner/ui/words.ts'
import { listMyPlannedCourses } from '../courses.contract.ts'
import { DoneNote, WhatNote } from './course.notes.tsx'
import { coursePlanWords } from './words.ts'

const MOST = 10

/** On one's own page: what one's school has agreed that one learns, and why. Nothing where there is none. */
export function MyPlannedCourses(): ReactNode {
  const words = useWords(coursePlanWords)
  const { months } = useWords(plannerWords)
  const mayRead = useMay('course_plan.own')
  const mine = useQuery({
    queryKey: ['planned-courses', 'mine'],
    queryFn: () => call(listMyPlannedCourses, { query: { size: MOST } }),
    enabled: mayRead,
  })
  if (mine.isError) return <ProblemNote error={mine.error} onRetry={() => mine.refetch()} />
  if (mine.data === undefined || mine.data.total === 0) return null
  return (
    <Section title={words.mine}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.mineAbout}
      </Text>
      <ul className="rost-plain-list">
        {mine.data.items.map((course) => (
          <li key={course.id}>
            {`${months[course.month - 1]} ${course.year}: `}
            <WhatNote course={course} />
            <Text size="xs" c="dimmed">
              {words.reasons[course.reason]}
              {course.note === '' ? null : <span className="rost-own-name">{`: ${course.note}`}</span>}
            </Text>
            <DoneNote course={course} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
