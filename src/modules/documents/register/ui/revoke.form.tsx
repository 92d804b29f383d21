import { Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { documentWords } from '../../ui/words.ts'
import { type IssuedDocument, revokeDocument } from '../documents.contract.ts'
import { registerWords } from './words.ts'

type Props = { readonly document: IssuedDocument; onDone(): void }

/** A document that should not have been given. */
export function RevokeForm({ document: { id, version }, onDone }: Props): ReactNode {
  const words = useWords(registerWords)
  const { cancel } = useWords(documentWords)
  const [reason, setReason] = useState('')
  const form = useForm({
    save: (key) => call(revokeDocument, { params: { id }, body: { reason } }, { key, version }),
    touches: [['documents']],
    saved: words.revoked,
    onDone,
  })
  return (
    <FormCard form={form} label={words.revoke} save={words.revoke} cancel={cancel} onCancel={onDone}>
      <Text size="sm" c="dimmed" className="rost-wide">
        {words.revokeHint}
      </Text>
      <TextInput
        required
        className="rost-wide"
        label={words.reason}
        description={words.reasonHint}
        maxLength={500}
        value={reason}
        error={form.fault('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormCard>
  )
}
