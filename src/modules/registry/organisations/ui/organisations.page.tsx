import { Button, MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { sayCount } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { OrganisationLink } from '../../ui/row.links.tsx'
import { ORGANISATION_TYPES } from '../organisations.contract.ts'
import { OrganisationForm } from './organisation.form.tsx'
import { organisationsQuery, SIZE } from './organisations.query.ts'
import type { OrganisationsSearch } from './organisations.search.ts'
import { useTypes } from './use-types.ts'
import { organisationWords } from './words.ts'

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
  const [adding, setAdding] = useState(false)
  const isFiltered = search.q !== undefined || search.type !== undefined
  return (
    <Page
      title={words.title}
      about={organisations.data === undefined ? '\u00a0' : words.inAll(organisations.data.total)}
      actions={mayAdd && !adding ? <Button onClick={() => setAdding(true)}>{words.add}</Button> : null}
    >
      {adding ? (
        <OrganisationForm
          onDone={(added) => {
            setAdding(false)
            if (added !== undefined) void navigate({ to: '/organisations/$id', params: { id: String(added.id) } })
          }}
        />
      ) : null}
      <search className="rost-filters">
        <SearchBox label={words.search} value={search.q} onChange={(q) => change({ q })} />
        <MultiSelect
          label={words.type}
          clearable
          data={ORGANISATION_TYPES.map((value) => ({ value, label: types[value] }))}
          value={search.type ?? []}
          onChange={(chosen) =>
            change({ type: chosen.length === 0 ? undefined : (chosen as OrganisationsSearch['type']) })
          }
        />
      </search>
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
