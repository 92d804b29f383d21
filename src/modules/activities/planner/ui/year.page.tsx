import { Group } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, today } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { OrganisationSelect } from '../../../registry/ui/index.ts'
import { countPlan, type PlanMonth } from '../plan.contract.ts'
import { monthOf, yearOf } from './month.ts'
import { plannerWords } from './words.ts'

/** A year by months: where it is full, and where nothing is planned yet. */
export function YearPage(): ReactNode {
  const words = useWords(plannerWords)
  const { language } = useLanguage()
  const { year = yearOf(monthOf(today())), organiser } = useSearch({ from: '/events/year' })
  const navigate = useNavigate({ from: '/events/year' })
  const query = { year, ...(organiser !== undefined && { organiser }) }
  const plan = useQuery({
    queryKey: ['plan', 'year', query],
    queryFn: ({ signal }) => call(countPlan, { query }, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={words.yearTitle(year)}>
      <Group gap="xs" align="flex-end">
        <ButtonLink to="/events/year" search={{ year: year - 1, organiser }} variant="default">
          {words.earlierYear}
        </ButtonLink>
        <ButtonLink to="/events/year" search={{ year: year + 1, organiser }} variant="default">
          {words.laterYear}
        </ButtonLink>
        <OrganisationSelect
          label={words.organiser}
          value={organiser === undefined ? '' : String(organiser)}
          onChange={(id) => navigate({ search: { year, organiser: id === '' ? undefined : Number(id) } })}
        />
      </Group>
      <ProblemNote error={plan.error} onRetry={() => plan.refetch()} />
      <DataTable
        caption={words.yearTitle(year)}
        columns={[
          {
            key: 'month',
            title: words.month,
            cell: ({ month }) => (
              <TextLink to="/events/plan" search={{ month: `${year}-${String(month).padStart(2, '0')}`, organiser }}>
                {words.months[month - 1]}
              </TextLink>
            ),
          },
          ...(['events', 'drafts', 'days', 'hours'] as const).map((key) => ({
            key,
            title: words[key],
            number: true,
            cell: (row: PlanMonth) => sayCount(row[key], language),
          })),
        ]}
        rows={plan.isError ? [] : plan.data?.months}
        keyOf={({ month }) => month}
      />
    </Page>
  )
}
