import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { Filters } from '../../../../web/kit/filters.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { CLAIM_STATES, type Claim, listClaims } from '../claims.contract.ts'
import { ClaimMark } from './claim.mark.tsx'
import { Deciding } from './deciding.tsx'
import { claimWords } from './words.ts'

const SIZE = 100

/** What people claim: confirmed, sent back or answered with certificates, as many at once as are chosen. */
export function ClaimsPage(): ReactNode {
  const words = useWords(claimWords)
  const { page = 1, sort, state, q } = useSearch({ from: '/documents/claims' })
  const navigate = useNavigate({ from: '/documents/claims' })
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const change = (part: object): void => {
    setChosen(new Set())
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  }
  const claims = useQuery({
    queryKey: ['claims', state, q, sort, page],
    queryFn: ({ signal }) => call(listClaims, { query: { state, q, sort, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const rows = claims.isError ? [] : claims.data?.items
  return (
    <Page
      title={words.confirming}
      about={words.confirmingAbout}
      actions={<TextLink to="/documents">{words.back}</TextLink>}
    >
      <Filters search={<SearchBox label={words.search} value={q} onChange={(typed) => change({ q: typed })} />}>
        <Select
          label={words.state}
          placeholder={words.all}
          clearable
          data={CLAIM_STATES.map((value) => ({ value, label: words.states[value] }))}
          value={state ?? null}
          onChange={(value) => change({ state: value ?? undefined })}
        />
      </Filters>
      <ProblemNote error={claims.error} onRetry={() => claims.refetch()} />
      <DataTable
        caption={words.confirming}
        columns={useColumns()}
        rows={rows}
        keyOf={({ id }) => id}
        sort={sort ?? 'made'}
        onSort={(next) => change({ sort: next })}
        chosen={{
          keys: chosen,
          choose: (keys, isChosen) =>
            setChosen(isChosen ? chosen.union(new Set(keys)) : chosen.difference(new Set(keys))),
          nameOf: ({ person, title }: Claim) => `${person.name}, ${title}`,
        }}
        empty={
          claims.isError ? null : (
            <EmptyNote title={words.none}>
              {state === undefined && q === undefined ? words.noneDetail : words.noneFound}
            </EmptyNote>
          )
        }
      />
      <Pager
        page={page}
        size={SIZE}
        total={claims.data?.total}
        onPage={(to) => {
          setChosen(new Set())
          void navigate({ search: (before) => ({ ...before, page: to }) })
        }}
      />
      {rows === undefined || rows.length === 0 ? null : (
        <Deciding
          chosen={rows.filter(({ id }) => chosen.has(id))}
          mayCertify={claims.data?.can.includes('certify') === true}
          onDone={() => setChosen(new Set())}
        />
      )}
    </Page>
  )
}

function useColumns(): Column<Claim>[] {
  const words = useWords(claimWords)
  const { language } = useLanguage()
  return [
    { key: 'who', title: words.who, sort: 'name', cell: ({ person }) => person.name },
    { key: 'from', title: words.organisation, cell: ({ organisation }) => organisation?.name ?? words.centre },
    {
      key: 'what',
      title: words.title,
      cell: ({ title, isOnRecord }) => (isOnRecord ? `${title} (${words.recorded})` : title),
    },
    { key: 'done', title: words.doneOn, sort: 'done', cell: ({ doneOn }) => sayShortDay(doneOn, language) },
    { key: 'place', title: words.place, cell: ({ place }) => place },
    { key: 'state', title: words.state, cell: (claim) => <ClaimMark claim={claim} /> },
  ]
}
