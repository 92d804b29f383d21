import { Select, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { Filters } from '../../../../web/kit/filters.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { getCoursePlan } from '../course-plans.contract.ts'
import { type Due, listCourseDue } from '../courses.contract.ts'
import { AddForm } from './add.form.tsx'
import { PersonCell } from './person.cell.tsx'
import { DueMark } from './state.mark.tsx'
import { coursePlanWords } from './words.ts'

const SIZE = 100
const PRESSING = ['never', 'overdue', 'due'] as const
const SORTS = ['due', '-due', 'name', '-name'] as const

/** Who of a school has to learn by when; from here people come into the plan. */
export function CourseDuePage(): ReactNode {
  const words = useWords(coursePlanWords)
  const id = Number(useParams({ from: '/course-plans/$id/due' }).id)
  const { q, show = 'pressing', planned, sort = 'due', page = 1 } = useSearch({ from: '/course-plans/$id/due' })
  const navigate = useNavigate({ from: '/course-plans/$id/due' })
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const plan = useQuery({
    queryKey: ['course-plans', 'plan', id],
    queryFn: () => call(getCoursePlan, { params: { id } }),
  })
  const asked = {
    sort,
    ...(q !== undefined && { q }),
    ...(show === 'pressing' && { state: [...PRESSING] }),
    ...(show === 'away' && { state: ['away' as const] }),
    ...(planned === undefined && { planned: 'no' as const }),
  }
  const list = useQuery({
    queryKey: ['course-plans', 'due', id, asked, page],
    queryFn: ({ signal }) => call(listCourseDue, { params: { id }, query: { ...asked, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const { data } = list
  const mayAdd = plan.data?.can.includes('change') ?? false
  const choose = (keys: readonly (string | number)[], isChosen: boolean): void =>
    setChosen(isChosen ? chosen.union(new Set(keys)) : chosen.difference(new Set(keys)))
  const change = (part: object): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  return (
    <Page
      title={words.dueTitle}
      about={
        <>
          {plan.data === undefined ? null : (
            <span className="rost-own-name">{`${plan.data.organisation.name}, ${plan.data.year}. `}</span>
          )}
          {data === undefined ? '\u00a0' : words.dueAbout(data.months, data.leastHours)}
        </>
      }
      actions={
        <TextLink to="/course-plans/$id" params={{ id: String(id) }} size="sm">
          {words.back}
        </TextLink>
      }
    >
      <ProblemNote error={plan.error ?? list.error} onRetry={() => list.refetch()} />
      <Filters search={<SearchBox label={words.who} value={q} onChange={(to) => change({ q: to })} />} count={2}>
        <Select
          label={words.show}
          allowDeselect={false}
          data={(['pressing', 'everybody', 'away'] as const).map((value) => ({ value, label: words[value] }))}
          value={show}
          onChange={(value) => change({ show: value ?? undefined })}
        />
        <Select
          label={words.inPlan}
          allowDeselect={false}
          data={[
            { value: 'no', label: words.notPlanned },
            { value: 'all', label: words.all },
          ]}
          value={planned ?? 'no'}
          onChange={(value) => change({ planned: value === 'all' ? 'all' : undefined })}
        />
      </Filters>
      <DataTable
        caption={words.dueTitle}
        columns={useColumns()}
        rows={list.isError ? [] : data?.items}
        keyOf={({ person }) => person.id}
        sort={sort}
        onSort={(by) => change({ sort: SORTS.find((one) => one === by) })}
        {...(mayAdd && { chosen: { keys: chosen, choose, nameOf: ({ person }: Due) => person.name } })}
        empty={list.isError ? null : <EmptyNote title={words.nobodyDue}>{words.nobodyDueDetail}</EmptyNote>}
      />
      <Pager
        page={page}
        size={SIZE}
        total={data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
      {mayAdd ? <AddForm plan={id} people={[...chosen].map(Number)} onDone={() => setChosen(new Set())} /> : null}
    </Page>
  )
}

function useColumns(): Column<Due>[] {
  const words = useWords(coursePlanWords)
  const { language } = useLanguage()
  return [
    {
      key: 'name',
      title: words.who,
      sort: 'name',
      cell: ({ person, position }) => <PersonCell person={person} position={position} />,
    },
    {
      key: 'last',
      title: words.last,
      cell: ({ last }) =>
        last === null ? (
          words.never
        ) : (
          <>
            {sayShortDay(last.endsOn, language)}, {words.inHours(last.hours)}
            <Text size="xs" c="dimmed" className="rost-own-name">
              {last.title}
            </Text>
          </>
        ),
    },
    {
      key: 'due',
      title: words.dueOn,
      sort: 'due',
      cell: ({ dueOn, state, leave }) => (
        <>
          {dueOn === null ? null : `${sayShortDay(dueOn, language)} `}
          <DueMark state={state} />
          {leave === null ? null : (
            <Text size="xs" c="dimmed" className="rost-own-name">
              {words.leave(leave.kind, leave.until === null ? null : sayShortDay(leave.until, language))}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'done',
      title: words.done,
      cell: ({ learnedOn, planned }) =>
        [
          ...(learnedOn === null ? [] : [words.learnedThisYear(sayShortDay(learnedOn, language))]),
          ...(planned === 0 ? [] : [words.inPlanAlready(planned)]),
        ].join(', ') || '—',
    },
  ]
}
