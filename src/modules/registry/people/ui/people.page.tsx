import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, useState } from 'react'
import { download } from '../../../../web/api.ts'
import { fullName, sayCount, sayShortDay } from '../../../../web/formats.ts'
import { ColumnMenu } from '../../../../web/kit/column-menu.tsx'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { Filters } from '../../../../web/kit/filters.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import type { Language } from '../../../../web/words.ts'
import { OrganisationLink, PersonLink } from '../../ui/row.links.tsx'
import { exportPeople, type PersonLine } from '../people.contract.ts'
import { detailWords } from './details.words.ts'
import { peopleQuery, SIZE } from './people.query.ts'
import { PEOPLE_COLUMNS, type PeopleColumn, type PeopleSearch, USUAL_COLUMNS } from './people.search.ts'
import { peopleWords } from './words.ts'

const FIELDS = 6
const PeopleFilters = lazy(async () => ({ default: (await import('./people.filters.tsx')).PeopleFilters }))

/** As many as one request may name. */
const MOST_CHOSEN = 100

/** Everybody within reach, found by name and narrowed by filters that stand in the address. */
export function PeoplePage(): ReactNode {
  const words = useWords(peopleWords)
  const { language } = useLanguage()
  const search = useSearch({ from: '/people' })
  const navigate = useNavigate({ from: '/people' })
  const { columns: wanted, ...filters } = search
  const shown = wanted ?? USUAL_COLUMNS
  const chosen = useChosen()
  const people = useQuery(peopleQuery(search))
  const change = (part: Partial<PeopleSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const isFiltered = Object.entries(filters).some(([name, value]) => name !== 'sort' && value !== undefined)
  const columns = columnsOf(words, useWords(detailWords), language)
  return (
    <Page
      title={words.title}
      about={people.data === undefined ? '\u00a0' : words.inAll(people.data.total)}
      actions={
        <>
          <DoublesButton />
          <SelectButton />
          <AddButton />
        </>
      }
    >
      <Filters
        search={<SearchBox label={words.search} value={search.q} onChange={(q) => change({ q })} />}
        count={FIELDS}
      >
        <PeopleFilters search={search} onChange={change} />
      </Filters>
      {people.data === undefined || people.data.meant.length === 0 ? null : (
        <Text size="sm" role="status">
          {words.meant(people.data.meant.join(', '))}
        </Text>
      )}
      <ProblemNote error={people.error} onRetry={() => people.refetch()} />
      {people.isError ? null : (
        <>
          <Group gap="xs" justify="flex-end" className="rost-no-print">
            <TakeAway search={filters} chosen={chosen} total={people.data?.total ?? 0} />
            <ColumnMenu
              columns={columns}
              shown={shown}
              onChange={(next) => change({ columns: PEOPLE_COLUMNS.filter((column) => next.includes(column)) })}
            />
          </Group>
          <DataTable
            caption={words.title}
            columns={columns.filter(({ key }) => shown.includes(key))}
            rows={people.data?.items}
            keyOf={(person) => person.id}
            chosen={{ ...chosen, nameOf: (person: PersonLine) => fullName(person) }}
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
        </>
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

/** Who is chosen, on whatever page of the list. */
function useChosen() {
  const [keys, setKeys] = useState<ReadonlySet<string | number>>(new Set())
  return {
    keys,
    choose: (some: readonly (string | number)[], isChosen: boolean): void =>
      setKeys((before) => (isChosen ? before.union(new Set(some)) : before.difference(new Set(some)))),
    none: () => setKeys(new Set()),
  }
}

type TakeAwayProps = {
  readonly search: Omit<PeopleSearch, 'columns'>
  readonly chosen: ReturnType<typeof useChosen>
  readonly total: number
}

/** The list as a workbook: those chosen, or all of it. */
function TakeAway({ search, chosen, total }: TakeAwayProps): ReactNode {
  const words = useWords(peopleWords)
  const { page: _, ...filters } = search
  const count = chosen.keys.size
  if (total === 0) return null
  const query = count === 0 ? filters : { ...filters, id: [...chosen.keys].map(Number) }
  return (
    <>
      {count === 0 ? null : (
        <Button size="xs" variant="subtle" onClick={chosen.none}>
          {words.unchoose}
        </Button>
      )}
      {count > MOST_CHOSEN ? (
        <Text size="sm" c="dimmed">
          {words.tooManyChosen(MOST_CHOSEN)}
        </Text>
      ) : (
        <DownloadButton size="xs" get={() => download(exportPeople, { query })}>
          {count === 0 ? words.takeAway : words.takeChosen(count)}
        </DownloadButton>
      )}
    </>
  )
}

function DoublesButton(): ReactNode {
  const words = useWords(peopleWords)
  if (!useMay('person.merge')) return null
  return (
    <ButtonLink to="/people/doubles" variant="default">
      {words.doubles}
    </ButtonLink>
  )
}

function SelectButton(): ReactNode {
  const words = useWords(peopleWords)
  if (!useMay('population.ask')) return null
  return (
    <ButtonLink to="/people/selection" variant="default">
      {words.select}
    </ButtonLink>
  )
}

function AddButton(): ReactNode {
  const words = useWords(peopleWords)
  if (!useMay('person.manage')) return null
  return <ButtonLink to="/people/new">{words.add}</ButtonLink>
}

type PeopleColumnOf = Column<PersonLine> & { readonly key: PeopleColumn }

type Details = (typeof detailWords)['ru']

function leaveIn(employment: PersonLine['employment'], details: Details, day: (value: string) => string): string {
  const { leaveKind = null, leaveOn = null, leaveUntil = null } = employment ?? {}
  if (leaveKind === null && leaveOn === null) return '—'
  return [leaveKind ?? details.onLeave, leaveUntil === null ? '' : details.until(day(leaveUntil))].join(' ').trim()
}

function columnsOf(words: (typeof peopleWords)['ru'], details: Details, language: Language): PeopleColumnOf[] {
  const day = (value: string | null | undefined): string =>
    value === null || value === undefined ? '—' : sayShortDay(value, language)
  return [
    {
      key: 'name',
      title: words.name,
      sort: 'name',
      cell: (person) => <PersonLink id={person.id}>{fullName(person)}</PersonLink>,
    },
    { key: 'birth', title: words.birthOn, sort: 'birth', cell: (person) => day(person.birthOn) },
    {
      key: 'organisation',
      title: words.organisation,
      sort: 'organisation',
      cell: ({ employment }) =>
        employment === null ? (
          '—'
        ) : (
          <OrganisationLink id={employment.organisation.id}>{employment.organisation.name}</OrganisationLink>
        ),
    },
    { key: 'position', title: words.position, cell: ({ employment }) => employment?.position.name ?? '—' },
    { key: 'subjects', title: words.subjects, cell: ({ employment }) => employment?.subjects?.join(', ') || '—' },
    { key: 'category', title: words.category, cell: ({ employment }) => employment?.category ?? '—' },
    { key: 'categoryEnds', title: details.categoryUntil, cell: ({ employment }) => day(employment?.categoryEndsOn) },
    {
      key: 'kind',
      title: details.kind,
      cell: ({ employment }) => (employment?.kind ? details.kinds[employment.kind] : '—'),
    },
    { key: 'leave', title: details.leave, cell: ({ employment }) => leaveIn(employment, details, day) },
    { key: 'education', title: words.education, cell: ({ employment }) => employment?.educationLevel ?? '—' },
    { key: 'experience', title: words.experienceSince, cell: ({ employment }) => day(employment?.experienceSince) },
    {
      key: 'rate',
      title: words.rate,
      number: true,
      cell: ({ employment }) => (employment === null ? '—' : sayCount(employment.rate, language)),
    },
    { key: 'since', title: words.since, cell: ({ employment }) => day(employment?.hiredOn) },
  ]
}
