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
import { listSelfStudies, SELF_STUDY_STATES } from '../self-study.contract.ts'
import type { SelfStudiesSearch } from './self-studies.search.ts'
import { SelfStudyMark } from './state.mark.tsx'
import { selfStudyWords } from './words.ts'

const SIZE = 50

/** Who of one’s people takes a programme without a group, oneself and those one helps. */
export function SelfStudiesPage(): ReactNode {
  const words = useWords(selfStudyWords)
  const { language } = useLanguage()
  const { q, state, sort = '-endsOn', page = 1 } = useSearch({ from: '/self-studies' })
  const navigate = useNavigate({ from: '/self-studies' })
  const query = {
    ...{ page, size: SIZE, sort },
    ...(q !== undefined && { q }),
    ...(state !== undefined && { state: [state] }),
  }
  const studies = useQuery({
    queryKey: ['self-studies', query],
    queryFn: ({ signal }) => call(listSelfStudies, { query }, { signal }),
    placeholderData: keepPreviousData,
  })
  const change = (part: Partial<SelfStudiesSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const { data } = studies
  return (
    <Page
      title={words.title}
      about={data === undefined ? '\u00a0' : words.count(data.total)}
      actions={
        <>
          {data?.can.includes('ask') ? (
            <ButtonLink to="/my/self-studies/new" variant="default">
              {words.ask}
            </ButtonLink>
          ) : null}
          {data?.can.includes('arrange') ? <ButtonLink to="/self-studies/new">{words.arrange}</ButtonLink> : null}
        </>
      }
    >
      <Filters search={<SearchBox label={words.search} value={q} onChange={(typed) => change({ q: typed })} />}>
        <Select
          label={words.state}
          placeholder={words.all}
          clearable
          data={SELF_STUDY_STATES.map((value) => ({ value, label: words.states[value] }))}
          value={state ?? null}
          onChange={(value) => change({ state: SELF_STUDY_STATES.find((one) => one === value) })}
        />
      </Filters>
      <ProblemNote error={studies.error} onRetry={() => studies.refetch()} />
      <DataTable
        caption={words.title}
        columns={[
          {
            key: 'person',
            title: words.person,
            sort: 'person',
            cell: ({ id, person }) => (
              <TextLink to="/self-studies/$id" params={{ id: String(id) }} className="rost-own-name">
                {person.name}
              </TextLink>
            ),
          },
          {
            key: 'programme',
            title: words.programme,
            sort: 'programme',
            cell: ({ programme, hours }) => (
              <>
                <span className="rost-own-name">{programme.title}</span>, {words.inHours(hours)}
              </>
            ),
          },
          {
            key: 'days',
            title: words.days,
            sort: 'endsOn',
            cell: ({ startsOn, endsOn }) => `${sayShortDay(startsOn, language)} – ${sayShortDay(endsOn, language)}`,
          },
          { key: 'passed', title: words.modules, cell: ({ passed, needed }) => words.passedOf(passed, needed) },
          { key: 'state', title: words.state, cell: (study) => <SelfStudyMark study={study} /> },
        ]}
        rows={studies.isError ? [] : data?.items}
        keyOf={({ id }) => id}
        sort={sort}
        onSort={(to) => change({ sort: to as SelfStudiesSearch['sort'] })}
        empty={
          studies.isError ? null : q === undefined && state === undefined ? (
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
