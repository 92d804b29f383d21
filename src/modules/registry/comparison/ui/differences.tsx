import { Select, Tabs } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { EmptyNote } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { Comparison, Load } from '../../loads/loads.contract.ts'
import { type Difference, KINDS, listDifferences } from '../comparison.contract.ts'
import { DifferenceFields, DifferenceRecord } from './difference.cells.tsx'
import { FileSelect } from './file.select.tsx'
import { GoneList } from './gone.list.tsx'
import { comparisonWords } from './words.ts'

const SIZE = 25
/** One field more or less is seen at a look. */
const MANY_FIELDS = 3
export type Kind = Difference['kind']

type Props = { readonly load: Load; readonly comparison: Comparison; readonly first: Kind }

const isKind = (value: string | null): value is Kind => KINDS.some((kind) => kind === value)

/** Row by row what would change, a kind a tab; `first` is what is shown first. */
export function Differences({ load, comparison, first }: Props): ReactNode {
  const words = useWords(comparisonWords)
  const [kind, setKind] = useState<Kind>(first)
  const show = (value: string | null): void => {
    if (isKind(value)) setKind(value)
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
          <GoneList load={load} comparison={comparison} />
        ) : (
          <DifferenceList key={kind} kind={kind} load={load} comparison={comparison} />
        )}
      </Tabs.Panel>
    </Tabs>
  )
}

function DifferenceList({ kind, load, comparison }: Omit<Props, 'first'> & { kind: Kind }): ReactNode {
  const words = useWords(comparisonWords)
  const { language } = useLanguage()
  const [chosen, setChosen] = useState<{ q?: string; file?: string; field?: string }>({})
  const [page, setPage] = useState(1)
  const found = useQuery({
    queryKey: ['differences', load.id, comparison.at, kind, chosen, page, language],
    queryFn: () => call(listDifferences, { params: { id: load.id }, query: { kind, page, size: SIZE, ...chosen } }),
    placeholderData: keepPreviousData,
    // The look is journalled.
    refetchOnWindowFocus: false,
  })
  const choose = (name: 'q' | 'file' | 'field', value: string | undefined): void => {
    const { [name]: _, ...others } = chosen
    setChosen(value === undefined ? others : { ...others, [name]: value })
    setPage(1)
  }
  const fields = kind === 'changed' ? fieldsOf(comparison, chosen.file) : []
  return (
    <>
      <div className="rost-filters">
        <SearchBox label={words.search} value={chosen.q} onChange={(q) => choose('q', q)} />
        <FileSelect comparison={comparison} value={chosen.file} onChange={(file) => choose('file', file)} />
        {fields.length < MANY_FIELDS && chosen.field === undefined ? null : (
          <Select
            label={words.field}
            placeholder={words.any}
            clearable
            searchable
            data={fields.map(([header, count]) => ({
              value: header,
              label: `${header} (${sayCount(count, language)})`,
            }))}
            value={chosen.field ?? null}
            onChange={(field) => choose('field', field ?? undefined)}
          />
        )}
      </div>
      <ProblemNote error={found.error} onRetry={() => found.refetch()} />
      <DataTable
        caption={words.kinds[kind]}
        columns={[
          { key: 'row', title: words.row, number: true, cell: ({ row }) => row ?? '—' },
          { key: 'record', title: words.record, cell: (difference) => <DifferenceRecord difference={difference} /> },
          { key: 'what', title: words.what, cell: (difference) => <DifferenceFields difference={difference} /> },
        ]}
        rows={found.isError ? [] : found.data?.items}
        keyOf={({ id }) => id}
        empty={found.isError ? null : <EmptyNote title={words.none} />}
      />
      <Pager page={page} size={SIZE} total={found.data?.total} onPage={setPage} />
    </>
  )
}

/** What changes in a file, or in all, the most frequent first. */
function fieldsOf({ files }: Comparison, file: string | undefined): (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const one of files.filter((some) => file === undefined || some.file === file)) {
    for (const [header, count] of Object.entries(one.fields)) counts.set(header, (counts.get(header) ?? 0) + count)
  }
  return [...counts].sort((left, right) => right[1] - left[1])
}
