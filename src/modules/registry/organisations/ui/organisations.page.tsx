import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { sayCount } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Filters } from '../../../../web/kit/filters.tsx'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { OrganisationLink } from '../../ui/row.links.tsx'
import { organisationsQuery, SIZE } from './organisations.query.ts'
import type { OrganisationsSearch } from './organisations.search.ts'
import { useTypes } from './use-types.ts'
import { organisationWords } from './words.ts'

const OrganisationsFilters = lazy(async () => ({
  default: (await import('./organisations.filters.tsx')).OrganisationsFilters,
}))
const OrganisationForm = lazy(async () => ({ default: (await import('./organisation.form.tsx')).OrganisationForm }))

/** The organisations within reach. */
export function OrganisationsPage(): ReactNode {
  const words = useWords(organisationWords)
  const types = useTypes()
  const { language } = useLanguage()
  const search = useSearch({ from: '/organisations' })
  const navigate = useNavigate({ from: '/organisations' })
  const organisations = useQuery(organisationsQuery(search))
  const change = (part: Partial<OrganisationsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const mayAdd = useMay('organisation.manage')
  const maySeePeople = useMay('person.read')
  const [adding, setAdding] = useState(false)
  const isFiltered = search.q !== undefined || search.type !== undefined
  return (
    <Page
      title={words.title}
      about={organisations.data === undefined ? '\u00a0' : words.inAll(organisations.data.total)}
      actions={
        <>
          {maySeePeople ? (
            <ButtonLink to="/quality" variant="default">
              {words.quality}
            </ButtonLink>
          ) : null}
          {mayAdd && !adding ? <Button onClick={() => setAdding(true)}>{words.add}</Button> : null}
        </>
      }
    >
      {adding ? (
        <Suspense fallback={<Skeleton height={200} />}>
          <OrganisationForm
            onDone={(added) => {
              setAdding(false)
              if (added !== undefined) void navigate({ to: '/organisations/$id', params: { id: String(added.id) } })
            }}
          />
        </Suspense>
      ) : null}
      <Filters search={<SearchBox label={words.search} value={search.q} onChange={(q) => change({ q })} />} count={1}>
        <OrganisationsFilters search={search} onChange={change} />
      </Filters>
      <ProblemNote error={organisations.error} onRetry={() => organisations.refetch()} />
      <DataTable
        caption={words.title}
        columns={[
          { key: 'code', title: words.code, sort: 'code', cell: ({ code }) => code },
          {
            key: 'name',
            title: words.name,
            sort: 'name',
            cell: ({ id, name }) => <OrganisationLink id={id}>{name}</OrganisationLink>,
          },
          { key: 'type', title: words.type, cell: ({ type }) => types[type] },
          {
            key: 'pupils',
            title: words.pupils,
            sort: 'pupils',
            number: true,
            cell: ({ pupils }) => (pupils === null ? '—' : sayCount(pupils, language)),
          },
        ]}
        rows={organisations.isError ? [] : organisations.data?.items}
        keyOf={({ id }) => id}
        sort={search.sort ?? 'name'}
        onSort={(sort) => change({ sort })}
        empty={
          isFiltered ? (
            <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>
          ) : (
            <EmptyNote title={words.empty}>{words.emptyDetail}</EmptyNote>
          )
        }
      />
      <Pager
        page={search.page ?? 1}
        size={SIZE}
        total={organisations.data?.total}
        onPage={(page) => navigate({ search: (before) => ({ ...before, page }) })}
      />
    </Page>
  )
}
