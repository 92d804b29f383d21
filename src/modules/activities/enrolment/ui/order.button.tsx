import { Group, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { download } from '../../../../web/api.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { useWords } from '../../../../web/language.tsx'
import { getEnrolmentDocument } from '../enrolment.contract.ts'
import { enrolmentWords } from './words.ts'

type Props = { readonly event: number; readonly senders: readonly { readonly id: number; readonly name: string }[] }

/** The draft of the order of one organisation; who sees several chooses whose. */
export function OrderButton({ event, senders }: Props): ReactNode {
  const words = useWords(enrolmentWords)
  const [chosen, setChosen] = useState<string | null>(null)
  const [first] = senders
  if (first === undefined) return null
  const sender = senders.find(({ id }) => String(id) === chosen) ?? first
  return (
    <Group gap="sm" align="flex-end">
      {senders.length === 1 ? null : (
        <Select
          label={words.organisation}
          searchable
          allowDeselect={false}
          value={String(sender.id)}
          onChange={setChosen}
          data={senders.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
      <DownloadButton
        get={() => download(getEnrolmentDocument, { params: { id: event }, query: { organisationId: sender.id } })}
      >
        {senders.length === 1 ? <span className="rost-own-name">{words.order(sender.name)}</span> : words.orderOf}
      </DownloadButton>
    </Group>
  )
}
