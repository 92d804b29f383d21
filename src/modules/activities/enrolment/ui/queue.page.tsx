import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listQueue } from '../enrolment.contract.ts'
import { EnrolmentMark } from './state.mark.tsx'
import { enrolmentWords } from './words.ts'

const SIZE = 50

/** The order in which people asked, without names: whoever doubts it checks. */
export function QueuePage(): ReactNode {
  const words = useWords(enrolmentWords)
  const { language } = useLanguage()
  const { id } = useParams({ from: '/events/$id/queue' })
  const { page = 1 } = useSearch({ from: '/events/$id/queue' })
  const navigate = useNavigate({ from: '/events/$id/queue' })
  const queue = useQuery({
    queryKey: ['queue', id, page],
    queryFn: () => call(listQueue, { params: { id: Number(id) }, query: { page, size: SIZE } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={words.queue}
      about={words.queueAbout}
      actions={
        <TextLink to="/events/$id" params={{ id }} size="sm">
          {words.backToEvent}
        </TextLink>
      }
    >
      <ProblemNote error={queue.error} onRetry={() => queue.refetch()} />
      <DataTable
        caption={words.queue}
        columns={[
          {
            key: 'place',
            title: words.place,
            cell: ({ place, isMine }) => (isMine ? `${place} · ${words.you}` : place),
          },
          { key: 'asked', title: words.askedAt, cell: ({ askedAt }) => sayMoment(askedAt, language) },
          { key: 'state', title: words.state, cell: ({ state }) => <EnrolmentMark state={state} /> },
          { key: 'changed', title: words.changedAt, cell: ({ changedAt }) => sayMoment(changedAt, language) },
        ]}
        rows={queue.isError ? [] : queue.data?.items}
        keyOf={({ place }) => place}
        empty={queue.isError ? null : <EmptyNote title={words.queueNone} />}
      />
      <Pager
        page={page}
        size={SIZE}
        total={queue.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}
