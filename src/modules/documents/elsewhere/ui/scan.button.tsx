import type { ReactNode } from 'react'
import { download } from '../../../../web/api.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { useWords } from '../../../../web/language.tsx'
import { getDeedDocument } from '../elsewhere.contract.ts'
import { elsewhereWords } from './words.ts'

type Props = { readonly id: number; readonly title: string }

/** The photo or scan as it was sent. */
export function ScanButton({ id, title }: Props): ReactNode {
  const words = useWords(elsewhereWords)
  return (
    <DownloadButton
      size="xs"
      aria-label={words.takeOne(title)}
      get={() => download(getDeedDocument, { params: { id } })}
    >
      {words.take}
    </DownloadButton>
  )
}
