import { Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { documentWords } from '../../ui/words.ts'
import { type IssuedDocument, reissueDocument } from '../documents.contract.ts'
import { AboutFields, aboutOf, typedOf } from './about.fields.tsx'
import { type Signing, SigningFields, useSignatories } from './signing.fields.tsx'
import { registerWords } from './words.ts'

type Props = { readonly document: IssuedDocument; onDone(): void }

/** Another paper in the place of one with a mistake. */
export function ReissueForm({ document, onDone }: Props): ReactNode {
  const words = useWords(registerWords)
  const { cancel } = useWords(documentWords)
  const navigate = useNavigate()
  const [typed, setTyped] = useState(() => typedOf(document.about))
  const [signing, setSigning] = useState<Signing>({ signatory: null, issuedOn: today() })
  const [reason, setReason] = useState('')
  const { first } = useSignatories()
  const { id, version } = document
  const form = useForm({
    save: (key) =>
      call(
        reissueDocument,
        {
          params: { id },
          body: {
            reason,
            about: aboutOf(typed),
            signatoryId: Number(signing.signatory ?? first ?? 0),
            issuedOn: signing.issuedOn,
          },
        },
        { key, version },
      ),
    touches: [['documents'], ['document-series']],
    saved: words.reissued,
    onDone: (given) => {
      onDone()
      void navigate({ to: '/documents/$id', params: { id: String(given.id) } })
    },
  })
  return (
    <FormCard form={form} label={words.reissue} save={words.reissue} cancel={cancel} onCancel={onDone}>
      <Text size="sm" c="dimmed" className="rost-wide">
        {words.reissueHint}
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
      <AboutFields form={form} typed={typed} onChange={(part) => setTyped({ ...typed, ...part })} />
      <SigningFields form={form} signing={signing} onChange={(part) => setSigning({ ...signing, ...part })} />
    </FormCard>
  )
}
