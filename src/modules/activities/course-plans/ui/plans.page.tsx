import { Group, Select, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, today } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Filters } from '../../../../web/kit/filters.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { type CoursePlanLine, listCoursePlans, PLAN_STATES } from '../course-plans.contract.ts'
import { BeginButton } from './begin.button.tsx'
import { NeedsSection } from './needs.section.tsx'
import { planningYear } from './planning-year.ts'
import type { PlansSearch } from './plans.search.ts'
import { sayMoney } from './say-money.ts'
import { PlanMark } from './state.mark.tsx'
import { coursePlanWords } from './words.ts'

const SIZE = 50
const STATES = [...PLAN_STATES, 'none'] as const

/** Plans of a year: of one's school, or of all of them with what they come to. */
export function CoursePlansPage(): ReactNode {
  const words = useWords(coursePlanWords)
  const {
    year = planningYear(today()),
    page = 1,
    sort = 'organisation',
    q,
    state,
  } = useSearch({ from: '/course-plans' })
  const navigate = useNavigate({ from: '/course-plans' })
  const asked = { year, sort, ...(q !== undefined && { q }), ...(state !== undefined && { state: [state] }) }
  const plans = useQuery({
    queryKey: ['course-plans', 'list', asked, page],
    queryFn: ({ signal }) => call(listCoursePlans, { query: { ...asked, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const change = (part: Partial<PlansSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const { data } = plans
  const isDistrict = data?.can.includes('totals') ?? false
  return (
    <Page
      title={words.plans(year)}
      actions={
        <>
          {data?.can.includes('rule') ? (
            <TextLink to="/course-plans/rule" size="sm">
              {words.rule}
            </TextLink>
          ) : null}
          <ButtonLink to="/course-plans" search={{ year: year - 1 }} variant="default">
            {words.earlier}
          </ButtonLink>
          <ButtonLink to="/course-plans" search={{ year: year + 1 }} variant="default">
            {words.later}
          </ButtonLink>
        </>
      }
    >
      {isDistrict ? <NeedsSection year={year} byName={data?.can.includes('names') ?? false} /> : null}
      <Section title={words.organisations}>
        {isDistrict || q !== undefined || state !== undefined ? (
          <Filters search={<SearchBox label={words.search} value={q} onChange={(to) => change({ q: to })} />} count={1}>
            <Select
              label={words.state}
              placeholder={words.any}
              clearable
              data={STATES.map((value) => ({ value, label: words.states[value] }))}
              value={state ?? null}
              onChange={(value) => change({ state: STATES.find((one) => one === value) })}
            />
          </Filters>
        ) : null}
        <ProblemNote error={plans.error} onRetry={() => plans.refetch()} />
        <PlansTable
          {...{ year, sort }}
          rows={plans.isError ? [] : data?.items}
          isFailed={plans.isError}
          byName={data?.can.includes('names') ?? false}
          onSort={(to) => change({ sort: to as PlansSearch['sort'] })}
        />
        <Pager
          page={page}
          size={SIZE}
          total={data?.total}
          onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
        />
      </Section>
    </Page>
  )
}

type TableProps = {
  readonly year: number
  readonly sort: string
  readonly rows: readonly CoursePlanLine[] | undefined
  readonly isFailed: boolean
  readonly byName: boolean
  onSort(sort: string): void
}

function PlansTable({ year, sort, rows, isFailed, byName, onSort }: TableProps): ReactNode {
  const words = useWords(coursePlanWords)
  const { language } = useLanguage()
  const { grants } = useMe()
  const isOwn = (id: number): boolean => grants.some(({ organisation }) => organisation?.id === id)
  return (
    <DataTable
      caption={words.organisations}
      columns={[
        {
          key: 'organisation',
          title: words.organisation,
          sort: 'organisation',
          cell: ({ organisation, plan }) =>
            plan === null || !byName ? (
              <span className="rost-own-name">{organisation.name}</span>
            ) : (
              <TextLink to="/course-plans/$id" params={{ id: String(plan.id) }} className="rost-own-name">
                {organisation.name}
              </TextLink>
            ),
        },
        {
          key: 'state',
          title: words.state,
          sort: 'state',
          cell: ({ organisation, state }) => (
            <Group gap="xs">
              <PlanMark state={state ?? 'none'} />
              {state === null && isOwn(organisation.id) ? (
                <BeginButton organisation={organisation.id} year={year} />
              ) : null}
            </Group>
          ),
        },
        {
          key: 'due',
          title: words.dueMet,
          cell: ({ due }) => words.metOf(due.met, due.people),
        },
        {
          key: 'done',
          title: words.done,
          cell: ({ plan }) => (plan === null ? '—' : words.progress(plan)),
        },
        {
          key: 'hours',
          title: words.hours,
          number: true,
          cell: ({ plan }) => (plan === null ? '—' : sayCount(plan.hours, language)),
        },
        {
          key: 'money',
          title: words.money,
          number: true,
          cell: ({ plan }) =>
            plan === null ? (
              '—'
            ) : (
              <Text span inherit className="rost-nowrap">
                {sayMoney(plan.money, language)}
              </Text>
            ),
        },
      ]}
      rows={rows}
      keyOf={({ organisation }) => organisation.id}
      sort={sort}
      onSort={onSort}
      empty={isFailed ? null : <EmptyNote title={words.noOrganisations}>{words.noOrganisationsDetail}</EmptyNote>}
    />
  )
}
