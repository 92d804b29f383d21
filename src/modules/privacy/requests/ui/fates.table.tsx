import type { ReactNode } from 'react'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { EmptyNote } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { ErasurePreview } from '../../erasure/erasure.contract.ts'
import { requestWords } from './words.ts'

type Props = { readonly caption: string; readonly lines: ErasurePreview['lines'] | undefined }

/** Table by table of the register what becomes of the records. */
export function FatesTable({ caption, lines }: Props): ReactNode {
  const words = useWords(requestWords)
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: 'about', title: words.what, cell: ({ about }) => about },
        { key: 'rows', title: words.rows, number: true, cell: ({ rows }) => rows },
        { key: 'fate', title: words.fate, cell: ({ fate }) => fate },
      ]}
      rows={lines}
      keyOf={({ table, does }) => `${table} ${does}`}
      empty={<EmptyNote title={words.nothing} />}
    />
  )
}
