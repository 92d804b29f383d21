import { Skeleton } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { FeedbackSection } from '../../feedback/ui/results.section.tsx'
import { listEvents } from '../events.contract.ts'
import { getEventSeries } from '../series.contract.ts'
import { CoverageFacts } from './coverage.tsx'
import { coverageWords } from './coverage.words.ts'
import { sayWhen } from './say-when.ts'
import { StateMark } from './state.mark.tsx'
import { eventWords } from './words.ts'

/** A series: what its events came to, and each of them. */
export function SeriesPage(): ReactNode {
  const words = useWords(coverageWords)
  const id = Number(useParams({ from: '/events/series/$id' }).id)
  const series = useQuery({
    queryKey: ['events', 'series', id],
    queryFn: () => call(getEventSeries, { params: { id } }),
  })
  const { data } = series
  return (
    <Page
      title={data?.title ?? words.series}
      about={data === undefined ? '\u00a0' : words.series}
      actions={
        <TextLink to="/events" search={{ when: 'all', series: id }} size="sm">
          {words.inList}
        </TextLink>
      }
    >
      <ProblemNote error={series.error} onRetry={() => series.refetch()} />
      {series.isPending ? <Skeleton height={160} /> : null}
      {data === undefined ? null : (
        <Section title={words.together}>
          <CoverageFacts coverage={data.coverage} />
        </Section>
      )}
      {data?.can.includes('feedback') ? <FeedbackSection of="series" id={id} /> : null}
      {data === undefined ? null : <Events series={id} />}
    </Page>
  )
}

const SIZE = 50

/** The last ones first: those that are ahead stand on top. */
function Events({ series }: { readonly series: number }): ReactNode {
  const words = useWords(coverageWords)
  const names = useWords(eventWords)
  const { language } = useLanguage()
  const { page = 1 } = useSearch({ from: '/events/series/$id' })
  const navigate = useNavigate({ from: '/events/series/$id' })
  const query = { page, size: SIZE, series, sort: '-heldOn' }
  const events = useQuery({
    queryKey: ['events', query],
    queryFn: ({ signal }) => call(listEvents, { query }, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <Section title={words.events}>
      <ProblemNote error={events.error} onRetry={() => events.refetch()} />
      <DataTable
        caption={words.events}
        columns={[
          {
            key: 'title',
            title: names.name,
            cell: ({ id, title }) => (
              <TextLink to="/events/$id" params={{ id: String(id) }} className="rost-own-name">
                {title}
              </TextLink>
            ),
          },
          { key: 'day', title: names.day, cell: (event) => sayWhen(event, language) },
          { key: 'form', title: names.form, cell: ({ form }) => <span className="rost-own-name">{form.label}</span> },
          { key: 'state', title: names.state, cell: (event) => <StateMark event={event} /> },
        ]}
        rows={events.isError ? [] : events.data?.items}
        keyOf={({ id }) => id}
        empty={events.isError ? null : <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>}
      />
      <Pager
        page={page}
        size={SIZE}
        total={events.data?.total}
        onPage={(next) => navigate({ search: { page: next } })}
      />
    </Section>
  )
}
