import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { type FederalFile, listFederalFiles } from '../files.contract.ts'
import { federalWords } from './words.ts'

const SIZE = 20

/** Files that were made, and how much of each the register has answered. */
export function FilesSection(): ReactNode {
  const words = useWords(federalWords)
  const { language } = useLanguage()
  const [page, setPage] = useState(1)
  const files = useQuery({
    queryKey: ['federal', 'files', page],
    queryFn: () => call(listFederalFiles, { query: { page, size: SIZE } }),
  })
  const columns: Column<FederalFile>[] = [
    {
      key: 'number',
      title: words.files,
      cell: ({ id, number }) => (
        <TextLink to="/documents/federal/$id" params={{ id: String(id) }}>
          {words.file(number)}
        </TextLink>
      ),
    },
    { key: 'made', title: words.madeOn, cell: ({ madeOn }) => sayShortDay(madeOn, language) },
    { key: 'by', title: words.madeBy, cell: ({ madeBy }) => <span className="rost-own-name">{madeBy}</span> },
    { key: 'total', title: words.total, number: true, cell: ({ total }) => total },
    { key: 'taken', title: words.taken, number: true, cell: ({ taken }) => taken },
    { key: 'refused', title: words.refusedCount, number: true, cell: ({ refused }) => refused },
    {
      key: 'waiting',
      title: words.waiting,
      number: true,
      cell: ({ total, taken, refused }) => total - taken - refused,
    },
  ]
  return (
    <Section title={words.files}>
      <ProblemNote error={files.error} onRetry={() => files.refetch()} />
      <DataTable
        caption={words.files}
        columns={columns}
        rows={files.isError ? [] : files.data?.items}
        keyOf={({ id }) => id}
        empty={files.isError ? null : <EmptyNote title={words.filesNone}>{words.filesNoneDetail}</EmptyNote>}
      />
      <Pager page={page} size={SIZE} total={files.data?.total} onPage={setPage} />
    </Section>
  )
}
