import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Filters } from '../../../../web/kit/filters.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { INTERNSHIP_STATES, listInternships } from '../internships.contract.ts'
import type { InternshipsSearch } from './internships.search.ts'
import { InternshipMark } from './state.mark.tsx'
import { internshipWords } from './words.ts'

const SIZE = 50

/** Internships of one's people, at one's organisation, and one's own. */
export function InternshipsPage(): ReactNode {
  const words = useWords(internshipWords)
  const { language } = useLanguage()
  const { q, state, sort = '-startsOn', page = 1 } = useSearch({ from: '/internships' })
  const navigate = useNavigate({ from: '/internships' })
  const query = {
    page,
    size: SIZE,
    sort,
    ...(q !== undefined && { q }),
    ...(state !== undefined && { state: [state] }),
  }
  const internships = useQuery({
    queryKey: ['internships', query],
    queryFn: ({ signal }) => call(listInternships, { query }, { signal }),
    placeholderData: keepPreviousData,
  })
  const change = (part: Partial<InternshipsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const { data } = internships
  return (
    <Page
      title={words.title}
      about={data === undefined ? '\u00a0' : words.count(data.total)}
      actions={
        <>
          <ButtonLink to="/internships/models" variant="default">
            {words.models}
          </ButtonLink>
          <ButtonLink to="/internships/hosts" variant="default">
            {words.hosts}
          </ButtonLink>
          {data?.can.includes('arrange') ? <ButtonLink to="/internships/new">{words.arrange}</ButtonLink> : null}
        </>
      }
    >
      <Filters search={<SearchBox label={words.search} value={q} onChange={(typed) => change({ q: typed })} />}>
        <Select
          label={words.state}
          placeholder={words.all}
          clearable
          data={INTERNSHIP_STATES.map((value) => ({ value, label: words.states[value] }))}
          value={state ?? null}
          onChange={(value) => change({ state: INTERNSHIP_STATES.find((one) => one === value) })}
        />
      </Filters>
      <ProblemNote error={internships.error} onRetry={() => internships.refetch()} />
      <DataTable
        caption={words.title}
        columns={[
          {
            key: 'person',
            title: words.person,
            sort: 'person',
            cell: ({ id, person }) => (
              <TextLink to="/internships/$id" params={{ id: String(id) }} className="rost-own-name">
                {person.name}
              </TextLink>
            ),
          },
          {
            key: 'model',
            title: words.model,
            cell: ({ model }) => (
              <>
                <span className="rost-own-name">{model.title}</span>
                {model.virtual ? ` (${words.virtual})` : ''}
              </>
            ),
          },
          {
            key: 'host',
            title: words.host,
            sort: 'host',
            cell: ({ host }) => <span className="rost-own-name">{host.name}</span>,
          },
          {
            key: 'days',
            title: words.days,
            sort: 'startsOn',
            cell: ({ startsOn, endsOn }) => `${sayShortDay(startsOn, language)} – ${sayShortDay(endsOn, language)}`,
          },
          {
            key: 'done',
            title: words.done,
            cell: ({ done, tasks }) => (tasks === 0 ? '—' : words.doneOf(done, tasks)),
          },
          { key: 'state', title: words.state, cell: (internship) => <InternshipMark internship={internship} /> },
        ]}
        rows={internships.isError ? [] : data?.items}
        keyOf={({ id }) => id}
        sort={sort}
        onSort={(to) => change({ sort: to as InternshipsSearch['sort'] })}
        empty={
          internships.isError ? null : q === undefined && state === undefined ? (
            <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>
          ) : (
            <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>
          )
        }
      />
      <Pager
        page={page}
        size={SIZE}
        total={data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}
