import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type InternshipHost, listInternshipHosts } from '../catalogue.contract.ts'
import { HostForm } from './host.form.tsx'
import type { HostsSearch } from './internships.search.ts'
import { internshipWords } from './words.ts'

const SIZE = 50

/** Who takes people, how many at once, and what they have. */
export function HostsPage(): ReactNode {
  const words = useWords(internshipWords)
  const { q, sort = 'name', page = 1 } = useSearch({ from: '/internships/hosts' })
  const navigate = useNavigate({ from: '/internships/hosts' })
  const [open, setOpen] = useState<InternshipHost | 'new' | null>(null)
  const query = { page, size: SIZE, sort, ...(q !== undefined && { q }) }
  const hosts = useQuery({
    queryKey: ['internships', 'hosts', query],
    queryFn: ({ signal }) => call(listInternshipHosts, { query }, { signal }),
    placeholderData: keepPreviousData,
  })
  const change = (part: Partial<HostsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  return (
    <Page
      title={words.hostsTitle}
      about={words.hostsAbout}
      actions={
        hosts.data?.can.includes('add') && open === null ? (
          <Button onClick={() => setOpen('new')}>{words.addHost}</Button>
        ) : null
      }
    >
      {open === null ? null : (
        <HostForm
          key={open === 'new' ? 'new' : `${open.id} ${open.version}`}
          {...(open !== 'new' && { host: open })}
          onDone={() => setOpen(null)}
        />
      )}
      <SearchBox label={words.hostSearch} value={q} onChange={(typed) => change({ q: typed })} />
      <ProblemNote error={hosts.error} onRetry={() => hosts.refetch()} />
      <DataTable
        caption={words.hostsTitle}
        columns={[
          {
            key: 'name',
            title: words.host,
            sort: 'name',
            cell: ({ name, retired }) => (
              <>
                <span className="rost-own-name">{name}</span>
                {retired ? ` (${words.isRetired})` : ''}
              </>
            ),
          },
          { key: 'places', title: words.places, sort: 'places', number: true, cell: ({ places }) => places },
          { key: 'taken', title: words.taken, number: true, cell: ({ taken }) => taken },
          {
            key: 'equipment',
            title: words.equipment,
            cell: ({ equipment }) => <span className="rost-own-name">{equipment || '—'}</span>,
          },
          {
            key: 'contact',
            title: words.contact,
            cell: ({ contact }) => <span className="rost-own-name">{contact || '—'}</span>,
          },
          {
            key: 'change',
            title: '',
            cell: (host) =>
              host.can.includes('change') ? (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={words.changeOf(host.name)}
                  onClick={() => setOpen(host)}
                >
                  {words.change}
                </Button>
              ) : null,
          },
        ]}
        rows={hosts.isError ? [] : hosts.data?.items}
        keyOf={({ id }) => id}
        sort={sort}
        onSort={(to) => change({ sort: to as HostsSearch['sort'] })}
        empty={
          hosts.isError ? null : q === undefined ? (
            <EmptyNote title={words.noHosts}>{words.noHostsDetail}</EmptyNote>
          ) : (
            <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>
          )
        }
      />
      <Pager
        page={page}
        size={SIZE}
        total={hosts.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}
