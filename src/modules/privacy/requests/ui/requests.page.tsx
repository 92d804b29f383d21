import { Select, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listRequests, REQUEST_STATES } from '../requests.contract.ts'
import { DueMark } from './due.mark.tsx'
import { requestWords } from './words.ts'

const SIZE = 50

/** What people ask about their data, with the day each has to be answered by. */
export function RequestsPage(): ReactNode {
  const words = useWords(requestWords)
  const { language } = useLanguage()
  const { state, page = 1 } = useSearch({ from: '/personal-data/requests' })
  const navigate = useNavigate({ from: '/personal-data/requests' })
  const requests = useQuery({
    queryKey: ['requests', state, page],
    queryFn: ({ signal }) => call(listRequests, { query: { state, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const overdue = requests.data?.overdue ?? 0
  return (
    <Page title={words.title} about={words.about}>
      {overdue === 0 ? null : (
        <Text size="sm">
          <Mark state="bad">{words.overdue(overdue)}</Mark>
        </Text>
      )}
      {requests.data?.can.includes('enter') ? (
        <Text size="sm" c="dimmed">
          {words.enterHint}
        </Text>
      ) : null}
      <Select
        label={words.show}
        maw={280}
        allowDeselect={false}
        value={state ?? 'all'}
        onChange={(value) => {
          void navigate({ search: { state: REQUEST_STATES.find((one) => one === value) }, replace: true })
        }}
        data={[
          { value: 'all', label: words.all },
          ...REQUEST_STATES.map((value) => ({ value, label: words.states[value] })),
        ]}
      />
      <ProblemNote error={requests.error} onRetry={() => requests.refetch()} />
      <DataTable
        caption={words.title}
        columns={[
          {
            key: 'who',
            title: words.who,
            cell: ({ id, applicant }) => (
              <TextLink to="/personal-data/requests/$id" params={{ id: String(id) }}>
                {applicant}
              </TextLink>
            ),
          },
          { key: 'kind', title: words.kind, cell: ({ kind }) => words.kinds[kind] },
          { key: 'received', title: words.received, cell: ({ receivedOn }) => sayShortDay(receivedOn, language) },
          { key: 'due', title: words.due, cell: ({ dueOn }) => sayShortDay(dueOn, language) },
          { key: 'state', title: words.state, cell: (request) => <DueMark request={request} /> },
          {
            key: 'responsible',
            title: words.responsible,
            cell: ({ state: now, responsible, answeredBy }) =>
              now === 'open' ? (responsible?.name ?? words.nobody) : (answeredBy ?? '—'),
          },
        ]}
        rows={requests.isError ? [] : requests.data?.items}
        keyOf={({ id }) => id}
        empty={requests.isError ? null : <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>}
      />
      <Pager
        page={page}
        size={SIZE}
        total={requests.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}
