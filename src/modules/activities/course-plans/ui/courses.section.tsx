import { Button, Group, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { Filters } from '../../../../web/kit/filters.tsx'
import { useForm } from '../../../../web/kit/form.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useWords } from '../../../../web/language.tsx'
import { plannerWords } from '../../planner/ui/words.ts'
import type { CoursePlan } from '../course-plans.contract.ts'
import { COURSE_STATES, type Course, listPlannedCourses, removeCourse } from '../courses.contract.ts'
import { CourseForm } from './course.form.tsx'
import { CoursesTable } from './courses.table.tsx'
import { EnrolForm } from './enrol.form.tsx'
import type { CoursesSearch } from './plans.search.ts'
import { coursePlanWords } from './words.ts'

const SIZE = 50

type Props = { readonly plan: CoursePlan }

/** The courses of a plan: changed one by one while it is a draft, sent to events together once it is agreed. */
export function CoursesSection({ plan }: Props): ReactNode {
  const words = useWords(coursePlanWords)
  const { page = 1, sort = 'month', q, month, state } = useSearch({ from: '/course-plans/$id' })
  const navigate = useNavigate({ from: '/course-plans/$id' })
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const [changing, setChanging] = useState<number | null>(null)
  const asked = {
    ...{ plan: plan.id, year: plan.year, sort },
    ...(q !== undefined && { q }),
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
  const { data } = courses
  const mayEnrol = plan.can.includes('enrol')
  const opened = data?.items.find(({ id }) => id === changing)
  return (
    <Section title={words.inPlan}>
      {plan.progress.courses === 0 ? null : <CourseFilters search={{ q, month, state }} onChange={change} />}
      <ProblemNote error={courses.error} onRetry={() => courses.refetch()} />
      {opened === undefined ? null : <CourseForm key={opened.id} course={opened} onDone={() => setChanging(null)} />}
      <CoursesTable
        rows={courses.isError ? [] : data?.items}
        sort={sort}
        onSort={(to) => change({ sort: to as CoursesSearch['sort'] })}
        empty={courses.isError ? null : <Empty isFiltered={plan.progress.courses > 0} />}
        {...(mayEnrol && {
          chosen: {
            keys: chosen,
            choose: (keys, isChosen) =>
              setChosen(isChosen ? chosen.union(new Set(keys)) : chosen.difference(new Set(keys))),
            nameOf: ({ person }: Course) => person.name,
          },
        })}
        {...(plan.can.includes('change') && {
          actions: (course: Course) => <Actions course={course} onChange={() => setChanging(course.id)} />,
        })}
      />
      <Pager
        page={page}
        size={SIZE}
        total={data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
      {mayEnrol && (data?.total ?? 0) > 0 ? (
        <EnrolForm plan={plan.id} courses={[...chosen].map(Number)} onDone={() => setChosen(new Set())} />
      ) : null}
    </Section>
  )
}

function Empty({ isFiltered }: { readonly isFiltered: boolean }): ReactNode {
  const words = useWords(coursePlanWords)
  return isFiltered ? (
    <EmptyNote title={words.nobody}>{words.nobodyDetail}</EmptyNote>
  ) : (
    <EmptyNote title={words.noCourses}>{words.noCoursesDetail}</EmptyNote>
  )
}

type FiltersProps = { readonly search: CoursesSearch; onChange(part: Partial<CoursesSearch>): void }

export function CourseFilters({ search: { q, month, state }, onChange }: FiltersProps): ReactNode {
  const words = useWords(coursePlanWords)
  const { months } = useWords(plannerWords)
  return (
    <Filters
      search={<SearchBox label={words.searchCourse} value={q} onChange={(to) => onChange({ q: to })} />}
      count={2}
    >
      <Select
        label={words.month}
        placeholder={words.any}
        clearable
        data={months.map((label, at) => ({ value: String(at + 1), label }))}
        value={month === undefined ? null : String(month)}
        onChange={(value) => onChange({ month: value === null ? undefined : Number(value) })}
      />
      <Select
        label={words.state}
        placeholder={words.any}
        clearable
        data={COURSE_STATES.map((value) => ({ value, label: words.courseStates[value] }))}
        value={state ?? null}
        onChange={(value) => onChange({ state: COURSE_STATES.find((one) => one === value) })}
      />
    </Filters>
  )
}

function Actions({ course, onChange }: { readonly course: Course; onChange(): void }): ReactNode {
  const words = useWords(coursePlanWords)
  const { id, person } = course
  const removing = useForm({
    save: (key) => call(removeCourse, { params: { id } }, { key }),
    touches: [['planned-courses'], ['course-plans']],
    saved: words.takenOut,
    onDone: () => {},
  })
  return (
    <>
      <ProblemNote error={removing.error} />
      <Group gap={4}>
        <Button size="compact-xs" variant="default" aria-label={words.changeOf(person.name)} onClick={onChange}>
          {words.change}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={words.takeOutOf(person.name)}
          loading={removing.busy}
          onClick={(e) => removing.submit(e)}
        >
          {words.takeOut}
        </Button>
      </Group>
    </>
  )
}
