import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, sayShortDay } from '../../../../web/formats.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { Filters } from '../../../../web/kit/filters.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { documentWords } from '../../ui/words.ts'
import { ELSEWHERE_SENT, type Learning, listLearning } from '../elsewhere.contract.ts'
import { Deciding } from './deciding.tsx'
import { LearningMark } from './learning.mark.tsx'
import { ScanButton } from './scan.button.tsx'
import { elsewhereWords } from './words.ts'

const SIZE = 100

/** Learning elsewhere that people have told of: looked at beside its scan, confirmed or sent back. */
export function LearningPage(): ReactNode {
  const words = useWords(elsewhereWords)
  const { page = 1, sort, state, q } = useSearch({ from: '/documents/learning' })
  const navigate = useNavigate({ from: '/documents/learning' })
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const change = (part: object): void => {
    setChosen(new Set())
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  }
  const learning = useQuery({
    queryKey: ['learning-elsewhere', state, q, sort, page],
    queryFn: ({ signal }) => call(listLearning, { query: { state, q, sort, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const rows = learning.isError ? [] : learning.data?.items
  const isFiltered = state !== undefined || q !== undefined
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
          data={ELSEWHERE_SENT.map((value) => ({ value, label: words.states[value] }))}
          value={state ?? null}
          onChange={(value) => change({ state: value ?? undefined })}
        />
      </Filters>
      <ProblemNote error={learning.error} onRetry={() => learning.refetch()} />
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
          nameOf: ({ person, programme }: Learning) => `${person.name}, ${programme}`,
        }}
        empty={
          learning.isError ? null : (
            <EmptyNote title={words.none}>{isFiltered ? words.noneFound : words.noneDetail}</EmptyNote>
          )
        }
      />
      <Pager
        page={page}
        size={SIZE}
        total={learning.data?.total}
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

function useColumns(): Column<Learning>[] {
  const words = useWords(elsewhereWords)
  const { hours: sayHours } = useWords(documentWords)
  const { language } = useLanguage()
  return [
    { key: 'who', title: words.who, sort: 'name', cell: ({ person }) => person.name },
    { key: 'from', title: words.organisation, cell: ({ organisation }) => organisation?.name ?? words.centre },
    {
      key: 'what',
      title: words.what,
      cell: ({ programme, provider, kind, hours, number }) =>
        `«${programme}», ${provider}; ${words.kinds[kind]}, ${sayHours(sayCount(hours, language))}, № ${number}`,
    },
    { key: 'when', title: words.when, sort: 'ends', cell: ({ endsOn }) => sayShortDay(endsOn, language) },
    { key: 'state', title: words.state, cell: ({ state }) => <LearningMark state={state} /> },
    { key: 'scan', title: '', cell: ({ id, programme }) => <ScanButton id={id} title={programme} /> },
  ]
}
