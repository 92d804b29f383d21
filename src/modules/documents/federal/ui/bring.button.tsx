import { Button, FileButton, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Problem } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { federalWords } from './words.ts'

type Unread = { readonly faults: readonly { readonly row: number; readonly column: string }[] }
type Props<T> = {
  readonly label: string
  send(file: File): Promise<T>
  /** What came of it. */
  said(reply: T): string
}

/** Sends a workbook as soon as it is chosen, and says what was taken from it and what could not be read. */
export function BringButton<T extends Unread>({ label, send, said }: Props<T>): ReactNode {
  const words = useWords(federalWords)
  const client = useQueryClient()
  const bringing = useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: ['federal'] }),
  })
  const fault = bringing.error instanceof Problem ? bringing.error.fields.get('file') : undefined
  return (
    <>
      <FileButton accept=".xlsx,.csv" onChange={(file) => file !== null && bringing.mutate(file)}>
        {(props) => (
          <Button {...props} size="xs" variant="default" loading={bringing.isPending}>
            {label}
          </Button>
        )}
      </FileButton>
      {fault === undefined ? (
        <ProblemNote error={bringing.error} />
      ) : (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {fault}
        </Text>
      )}
      {bringing.data === undefined ? null : (
        <Text size="sm" role="status">
          {said(bringing.data)}
          {bringing.data.faults.length === 0
            ? null
            : ` ${words.unread} ${bringing.data.faults.map(({ row, column }) => words.unreadCell(row, column)).join('; ')}`}
        </Text>
      )}
    </>
  )
}
