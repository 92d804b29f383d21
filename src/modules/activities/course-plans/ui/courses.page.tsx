import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { listPlannedCourses } from '../courses.contract.ts'
import { CourseFilters } from './courses.section.tsx'
import { CoursesTable } from './courses.table.tsx'
import { planningYear } from './planning-year.ts'
import type { CoursesSearch } from './plans.search.ts'
import { coursePlanWords } from './words.ts'

const SIZE = 50

/** Who is behind a count of the district: people of all schools who want to learn something in a month. */
export function CoursesPage(): ReactNode {
  const words = useWords(coursePlanWords)
  const search = useSearch({ from: '/course-plans/courses' })
  const { year = planningYear(today()), page = 1, sort = 'organisation', q, topic, bare, month, state } = search
  const navigate = useNavigate({ from: '/course-plans/courses' })
  const asked = {
    ...{ year, sort },
    ...(q !== undefined && { q }),
    ...(topic !== undefined && { topic }),
    ...(bare !== undefined && { bare }),
    ...(month !== undefined && { month }),
    ...(state !== undefined && { state: [state] }),
  }
  const courses = useQuery({
    queryKey: ['planned-courses', asked, page],
    queryFn: ({ signal }) => call(listPlannedCourses, { query: { ...asked, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const change = (part: Partial<CoursesSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const named = courses.data?.items.find((course) => course.topic?.id === topic)?.topic?.label
  return (
    <Page
      title={topic === undefined && bare === undefined ? words.plans(year) : words.peopleOf(named ?? words.noTopic)}
      about={words.peopleAbout}
      actions={
        <TextLink to="/course-plans" search={{ year }} size="sm">
          {words.toPlans}
        </TextLink>
      }
    >
      <CourseFilters search={{ q, month, state }} onChange={change} />
      <ProblemNote error={courses.error} onRetry={() => courses.refetch()} />
      <CoursesTable
        bySchool
        rows={courses.isError ? [] : courses.data?.items}
        sort={sort}
        onSort={(to) => change({ sort: to as CoursesSearch['sort'] })}
        empty={courses.isError ? null : <EmptyNote title={words.nobody}>{words.nobodyDetail}</EmptyNote>}
      />
      <Pager
        page={page}
        size={SIZE}
        total={courses.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}
