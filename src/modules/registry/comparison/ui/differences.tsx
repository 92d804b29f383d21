import { Tabs, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { type Difference, KINDS, listDifferences } from '../comparison.contract.ts'
import { comparisonWords } from './words.ts'

const SIZE = 25
export type Kind = Difference['kind']

type Props = { readonly loadId: number; readonly at: string; readonly first: Kind }

const isKind = (value: string | null): value is Kind => KINDS.some((kind) => kind === value)

/** Row by row what would change, a kind a tab; `at` tells one comparison from the next, `first` is what is shown first. */
export function Differences({ loadId, at, first }: Props): ReactNode {
  const words = useWords(comparisonWords)
  const { language } = useLanguage()
  const [kind, setKind] = useState<Kind>(first)
  const [q, setSearch] = useState<string>()
  const [page, setPage] = useState(1)
  const found = useQuery({
    queryKey: ['differences', loadId, at, kind, q, page, language],
    queryFn: () =>
      call(listDifferences, {
        params: { id: loadId },
        query: { kind, page, size: SIZE, ...(q !== undefined && { q }) },
      }),
    placeholderData: keepPreviousData,
    // The look is journalled.
    refetchOnWindowFocus: false,
  })
  const show = (value: string | null): void => {
    if (!isKind(value)) return
    setKind(value)
    setPage(1)
  }
  return (
    <Tabs value={kind} onChange={show} keepMounted={false}>
      <Tabs.List>
        {KINDS.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {words.kinds[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={kind} pt="sm">
        {kind === 'gone' ? (
          <Text size="sm" c="dimmed">
            {words.goneDetail}
          </Text>
        ) : null}
        <SearchBox
          label={words.search}
          value={q}
          onChange={(value) => {
            setSearch(value)
            setPage(1)
          }}
        />
        <ProblemNote error={found.error} onRetry={() => found.refetch()} />
        <DataTable
          caption={words.kinds[kind]}
          columns={[
            { key: 'row', title: words.row, number: true, cell: ({ row }) => row ?? '—' },
            { key: 'record', title: words.record, cell: (difference) => <Record difference={difference} /> },
            { key: 'what', title: words.what, cell: (difference) => <Fields difference={difference} /> },
          ]}
          rows={found.isError ? [] : found.data?.items}
          keyOf={({ id }) => id}
          empty={found.isError ? null : <EmptyNote title={words.none} />}
        />
        <Pager page={page} size={SIZE} total={found.data?.total} onPage={setPage} />
      </Tabs.Panel>
    </Tabs>
  )
}

function Record({ difference: { label, personId, file } }: { difference: Difference }): ReactNode {
  return (
    <>
      {personId === null ? (
        label
      ) : (
        <TextLink to="/people/$id" params={{ id: String(personId) }}>
          {label}
        </TextLink>
      )}
      <Text size="xs" c="dimmed">
        {file}
      </Text>
    </>
  )
}

/** Before and after where something was; what is new or gone stands alone. */
function Fields({ difference: { kind, fields, message, column } }: { difference: Difference }): ReactNode {
  const words = useWords(comparisonWords)
  const say = (before: string | null, after: string | null): string =>
    kind === 'changed' ? `${before ?? words.empty} → ${after ?? words.empty}` : (after ?? before ?? '')
  return (
    <>
      {message === null ? null : <Text size="sm">{column === null ? message : `${column}: ${message}`}</Text>}
      {fields.map(({ header, before, after }) => (
        <Text key={header} size="sm">
          <Text span size="sm" c="dimmed">{`${header}: `}</Text>
          {say(before, after)}
        </Text>
      ))}
    </>
  )
}
