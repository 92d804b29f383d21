import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { fullName, sayCount, sayShortDay } from '../../../../web/formats.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import type { Language } from '../../../../web/words.ts'
import { listPeople, type PersonLine } from '../people.contract.ts'
import { PeopleFilters } from './people.filters.tsx'
import type { PeopleSearch } from './people.search.ts'
import { peopleWords } from './words.ts'

const SIZE = 50

/** Everybody within reach, found by name and narrowed by filters that stand in the address. */
export function PeoplePage(): ReactNode {
  const words = useWords(peopleWords)
  const { language } = useLanguage()
  const search = useSearch({ from: '/people' })
  const navigate = useNavigate({ from: '/people' })
  const people = useQuery({
    queryKey: ['people', search],
    queryFn: ({ signal }) => call(listPeople, { query: { ...search, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const change = (part: Partial<PeopleSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const isFiltered = Object.entries(search).some(([name, value]) => name !== 'sort' && value !== undefined)
  return (
    <Page
      title={words.title}
      about={people.data === undefined ? '\u00a0' : words.inAll(people.data.total)}
      actions={<AddButton />}
    >
      <PeopleFilters search={search} onChange={change} />
      {people.data === undefined || people.data.meant.length === 0 ? null : (
        <Text size="sm" role="status">
          {words.meant(people.data.meant.join(', '))}
        </Text>
      )}
      <ProblemNote error={people.error} onRetry={() => people.refetch()} />
      {people.isError ? null : (
        <DataTable
          caption={words.title}
          columns={columnsOf(words, language)}
          rows={people.data?.items}
          keyOf={(person) => person.id}
          sort={search.sort ?? 'name'}
          onSort={(sort) => change({ sort })}
          empty={
            isFiltered ? (
              <EmptyNote title={words.nobody}>
                {words.nobodyDetail}{' '}
                <TextLink to="/people" size="sm">
                  {words.reset}
                </TextLink>
              </EmptyNote>
            ) : (
              <EmptyNote title={words.empty}>{words.emptyDetail}</EmptyNote>
            )
          }
        />
      )}
      <Pager
        page={search.page ?? 1}
        size={SIZE}
        total={people.data?.total}
        onPage={(page) => navigate({ search: (before) => ({ ...before, page }) })}
      />
    </Page>
  )
}

function AddButton(): ReactNode {
  const words = useWords(peopleWords)
  if (!useMay('person.manage')) return null
  return <ButtonLink to="/people/new">{words.add}</ButtonLink>
}

function columnsOf(words: (typeof peopleWords)['ru'], language: Language): Column<PersonLine>[] {
  return [
    {
      key: 'name',
      title: words.name,
      sort: 'name',
      cell: (person) => (
        <TextLink to="/people/$id" params={{ id: String(person.id) }}>
          {fullName(person)}
        </TextLink>
      ),
    },
    { key: 'birth', title: words.birthOn, sort: 'birth', cell: (person) => sayShortDay(person.birthOn, language) },
    {
      key: 'organisation',
      title: words.organisation,
      sort: 'organisation',
      cell: ({ employment }) =>
        employment === null ? (
          '—'
        ) : (
          <TextLink to="/organisations/$id" params={{ id: String(employment.organisation.id) }}>
            {employment.organisation.name}
          </TextLink>
        ),
    },
    { key: 'position', title: words.position, cell: ({ employment }) => employment?.position.name ?? '—' },
    {
      key: 'rate',
      title: words.rate,
      number: true,
      cell: ({ employment }) => (employment === null ? '—' : sayCount(employment.rate, language)),
    },
    {
      key: 'since',
      title: words.since,
      cell: ({ employment }) => (employment === null ? '—' : sayShortDay(employment.hiredOn, language)),
    },
  ]
}
