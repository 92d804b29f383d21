import { Button, FileButton, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { download, Problem, upload } from '../../../../web/api.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { exportFederalDue, fillFederalFromFile } from '../federal.contract.ts'
import { federalWords } from './words.ts'

type Props = {
  readonly filters: { readonly state?: 'ready' | 'lacking' | 'overdue' | undefined; readonly q?: string | undefined }
  onFill(): void
}

/** What is lacking: filled in on the page, or away as a workbook and back. */
export function WorkbookButtons({ filters, onFill }: Props): ReactNode {
  const words = useWords(federalWords)
  const client = useQueryClient()
  const bringing = useMutation({
    mutationFn: (file: File) => upload(fillFederalFromFile, [file]),
    onSuccess: () => client.invalidateQueries({ queryKey: ['federal'] }),
  })
  const fault = bringing.error instanceof Problem ? bringing.error.fields.get('file') : undefined
  return (
    <>
      <Group gap="xs" className="rost-no-print">
        <Button size="xs" variant="default" onClick={onFill}>
          {words.fillHere}
        </Button>
        <DownloadButton size="xs" get={() => download(exportFederalDue, { query: filters })}>
          {words.takeLacking}
        </DownloadButton>
        <FileButton accept=".xlsx,.csv" onChange={(file) => file !== null && bringing.mutate(file)}>
          {(props) => (
            <Button {...props} size="xs" variant="default" loading={bringing.isPending}>
              {words.bringLacking}
            </Button>
          )}
        </FileButton>
      </Group>
      {fault === undefined ? (
        <ProblemNote error={bringing.error} />
      ) : (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {fault}
        </Text>
      )}
      {bringing.data === undefined ? null : (
        <div role="status">
          <Text size="sm">{words.brought(bringing.data.filled, bringing.data.left)}</Text>
          {bringing.data.faults.length === 0 ? null : (
            <Text size="sm">
              {words.unread} {bringing.data.faults.map(({ row, column }) => words.unreadCell(row, column)).join('; ')}
            </Text>
          )}
        </div>
      )}
    </>
  )
}
