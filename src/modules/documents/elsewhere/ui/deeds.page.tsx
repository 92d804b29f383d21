import { Select, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { Filters } from '../../../../web/kit/filters.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { DEED_KINDS } from '../deeds.kinds.contract.ts'
import { DEEDS_SENT, type Deed, listDeeds } from '../elsewhere.contract.ts'
import { Deciding } from './deciding.tsx'
import { DeedMark } from './deed.mark.tsx'
import { DeedSaid } from './deed.said.tsx'
import { ScanButton } from './scan.button.tsx'
import { elsewhereWords } from './words.ts'

const SIZE = 100

/** What people did elsewhere: looked at beside its scan, confirmed or sent back. */
export function DeedsPage(): ReactNode {
  const words = useWords(elsewhereWords)
  const { page = 1, sort, state, kind, q } = useSearch({ from: '/documents/deeds' })
  const navigate = useNavigate({ from: '/documents/deeds' })
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const change = (part: object): void => {
    setChosen(new Set())
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  }
  const deeds = useQuery({
    queryKey: ['deeds', state, kind, q, sort, page],
    queryFn: ({ signal }) => call(listDeeds, { query: { state, kind, q, sort, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const rows = deeds.isError ? [] : deeds.data?.items
  const isFiltered = state !== undefined || kind !== undefined || q !== undefined
  return (
    <Page
      title={words.confirming}
      about={words.confirmingAbout}
      actions={
        <>
          <TextLink to="/documents">{words.back}</TextLink>
          <ButtonLink to="/documents/deeds/new" variant="default">
            {words.record}
          </ButtonLink>
        </>
      }
    >
      <Filters search={<SearchBox label={words.search} value={q} onChange={(typed) => change({ q: typed })} />}>
        <Select
          label={words.state}
          placeholder={words.all}
          clearable
          data={DEEDS_SENT.map((value) => ({ value, label: words.states[value] }))}
          value={state ?? null}
          onChange={(value) => change({ state: value ?? undefined })}
        />
        <Select
          label={words.kind}
          placeholder={words.all}
          clearable
          data={DEED_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind ?? null}
          onChange={(value) => change({ kind: value ?? undefined })}
        />
      </Filters>
      <ProblemNote error={deeds.error} onRetry={() => deeds.refetch()} />
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
          nameOf: ({ person, title }: Deed) => `${person.name}, ${title}`,
        }}
        empty={
          deeds.isError ? null : (
            <EmptyNote title={words.none}>{isFiltered ? words.noneFound : words.noneDetail}</EmptyNote>
          )
        }
      />
      <Pager
        page={page}
        size={SIZE}
        total={deeds.data?.total}
        onPage={(to) => {
          setChosen(new Set())
          void navigate({ search: (before) => ({ ...before, page: to }) })
        }}
      />
      {rows === undefined || rows.length === 0 ? null : (
        <Deciding chosen={rows.filter(({ id }) => chosen.has(id))} onDone={() => setChosen(new Set())} />
      )}
    </Page>
  )
}

function useColumns(): Column<Deed>[] {
  const words = useWords(elsewhereWords)
  const { language } = useLanguage()
  return [
    { key: 'who', title: words.who, sort: 'name', cell: ({ person }) => person.name },
    { key: 'from', title: words.organisation, cell: ({ organisation }) => organisation?.name ?? words.centre },
    {
      key: 'what',
      title: words.what,
      cell: (deed) => (
        <>
          <Text size="sm" className="rost-own-name">
            {deed.title}
          </Text>
          <DeedSaid deed={deed} />
        </>
      ),
    },
    { key: 'when', title: words.when, sort: 'ends', cell: ({ endsOn }) => sayShortDay(endsOn, language) },
    { key: 'state', title: words.state, cell: ({ state }) => <DeedMark state={state} /> },
    {
      key: 'scan',
      title: '',
      cell: ({ id, title, hasScan }) => (hasScan ? <ScanButton id={id} title={title} /> : null),
    },
  ]
}
