import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, download } from '../../../../web/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { getFaultyRowsWorkbook, listFaultyRows } from '../loads.contract.ts'
import { loadWords } from './words.ts'

const SIZE = 25

/** The rows that were not taken, word for word, each with the reason and its number in the file. */
export function FaultyRows({ loadId }: { loadId: number }): ReactNode {
  const words = useWords(loadWords)
  const { language } = useLanguage()
  const [page, setPage] = useState(1)
  const rows = useQuery({
    queryKey: ['faulty-rows', loadId, page, language],
    queryFn: () => call(listFaultyRows, { params: { id: loadId }, query: { state: 'waiting', page, size: SIZE } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Section
      title={words.faulty}
      actions={
        <DownloadButton size="xs" get={() => download(getFaultyRowsWorkbook, { params: { id: loadId } })}>
          {words.workbook}
        </DownloadButton>
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        {words.faultyDetail}
      </Text>
      <ProblemNote error={rows.error} onRetry={() => rows.refetch()} />
      <DataTable
        caption={words.faulty}
        columns={[
          { key: 'file', title: words.file, cell: ({ file, sheet }) => (sheet === null ? file : `${file} (${sheet})`) },
          { key: 'row', title: words.row, number: true, cell: ({ row }) => row },
          {
            key: 'reason',
            title: words.reason,
            cell: ({ column, message }) => (column === null ? message : `${column}: ${message}`),
          },
          {
            key: 'cells',
            title: words.cells,
            cell: ({ cells }) => (
              <Text size="sm" lineClamp={2}>
                {cells.map(({ text }) => text).join(' · ')}
              </Text>
            ),
          },
        ]}
        rows={rows.data?.items}
        keyOf={({ id }) => id}
      />
      <Pager page={page} size={SIZE} total={rows.data?.total} onPage={setPage} />
    </Section>
  )
}
