import { Group, Skeleton, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { plannerWords } from '../../planner/ui/words.ts'
import { type CourseNeed, listCourseNeeds, sumCoursePlans } from '../course-plans.contract.ts'
import { MoneyTables } from './money.tables.tsx'
import { sayMoney } from './say-money.ts'
import { coursePlanWords } from './words.ts'

const SIZE = 20

type Props = {
  readonly year: number
  /** Whether the reader sees who is behind a count. */
  readonly byName: boolean
}

/** What all agreed plans of the district come to: by topic and month, and in money. */
export function NeedsSection({ year, byName }: Props): ReactNode {
  const words = useWords(coursePlanWords)
  const { language } = useLanguage()
  const [at, setAt] = useState({ year, page: 1 })
  const page = at.year === year ? at.page : 1
  const sums = useQuery({
    queryKey: ['course-plans', 'sums', year],
    queryFn: ({ signal }) => call(sumCoursePlans, { query: { year } }, { signal }),
  })
  const needs = useQuery({
    queryKey: ['course-plans', 'needs', year, page],
    queryFn: ({ signal }) => call(listCourseNeeds, { query: { year, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <ProblemNote error={sums.error} onRetry={() => sums.refetch()} />
      {sums.isPending ? <Skeleton height={120} /> : null}
      {sums.data === undefined ? null : (
        <>
          <Text>{words.standing(sums.data.states)}</Text>
          {sums.data.progress.courses === 0 ? null : (
            <Section title={words.money}>
              <Text size="sm">{words.progress(sums.data.progress)}</Text>
              <MoneyTables {...sums.data} />
            </Section>
          )}
        </>
      )}
      <Section title={words.needs}>
        <Text size="sm" c="dimmed" mb="xs">
          {words.needsAbout}
        </Text>
        <ProblemNote error={needs.error} onRetry={() => needs.refetch()} />
        <DataTable
          caption={words.needs}
          columns={[
            {
              key: 'topic',
              title: words.topic,
              cell: ({ topic }) =>
                topic === null ? words.noTopic : <span className="rost-own-name">{topic.label}</span>,
            },
            { key: 'when', title: words.when, cell: (need) => <Months need={need} year={year} byName={byName} /> },
            { key: 'courses', title: words.courses, number: true, cell: (need) => sayCount(need.courses, language) },
            {
              key: 'schools',
              title: words.schools,
              number: true,
              cell: (need) => sayCount(need.organisations, language),
            },
            { key: 'hours', title: words.hours, number: true, cell: (need) => sayCount(need.hours, language) },
            { key: 'money', title: words.money, number: true, cell: (need) => sayMoney(need.money, language) },
          ]}
          rows={needs.isError ? [] : needs.data?.items}
          keyOf={({ topic }) => topic?.id ?? 0}
          empty={needs.isError ? null : <EmptyNote title={words.noNeeds}>{words.noNeedsDetail}</EmptyNote>}
        />
        <Pager page={page} size={SIZE} total={needs.data?.total} onPage={(to) => setAt({ year, page: to })} />
      </Section>
    </>
  )
}

type MonthsProps = Props & { readonly need: CourseNeed }

/** Months in which somebody wants to learn it; each leads to who that is. */
function Months({ need, year, byName }: MonthsProps): ReactNode {
  const { months } = useWords(plannerWords)
  const { language } = useLanguage()
  const asked = need.months.flatMap((count, at) => (count === 0 ? [] : [{ at, count }]))
  return (
    <Group gap="xs">
      {asked.map(({ at, count }) => {
        const said = `${months[at]}: ${sayCount(count, language)}`
        if (!byName) return <Fragment key={at}>{said}</Fragment>
        const of = need.topic === null ? ({ bare: 'yes' } as const) : { topic: need.topic.id }
        return (
          <TextLink key={at} to="/course-plans/courses" search={{ year, month: at + 1, ...of }}>
            {said}
          </TextLink>
        )
      })}
    </Group>
  )
}
