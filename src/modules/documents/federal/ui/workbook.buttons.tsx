import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { download, upload } from '../../../../web/api.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type DUE_STATES, exportFederalDue, fillFederalFromFile } from '../federal.contract.ts'
import { BringButton } from './bring.button.tsx'
import { federalWords } from './words.ts'

type Props = {
  readonly filters: { readonly state?: (typeof DUE_STATES)[number] | undefined; readonly q?: string | undefined }
  onFill(): void
}

/** What is lacking: filled in on the page, or away as a workbook and back. */
export function WorkbookButtons({ filters, onFill }: Props): ReactNode {
  const words = useWords(federalWords)
  return (
    <Group gap="xs" className="rost-no-print">
      <Button size="xs" variant="default" onClick={onFill}>
        {words.fillHere}
      </Button>
      <DownloadButton size="xs" get={() => download(exportFederalDue, { query: filters })}>
        {words.takeLacking}
      </DownloadButton>
      <BringButton
        label={words.bringLacking}
        send={(file) => upload(fillFederalFromFile, [file])}
        said={({ filled, left }) => words.brought(filled, left)}
      />
    </Group>
  )
}
