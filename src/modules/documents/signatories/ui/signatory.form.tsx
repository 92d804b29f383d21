import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { settingsWords } from '../../letterhead/ui/words.ts'
import { addSignatory, changeSignatory, type Signatory } from '../signatories.contract.ts'

type Props = { readonly signatory: Signatory | undefined; onDone(): void }

export function SignatoryForm({ signatory, onDone }: Props): ReactNode {
  const words = useWords(settingsWords)
  const { name, post, fromOn, toOn } = signatory ?? { name: '', post: '', fromOn: today(), toOn: null }
  const [typed, setTyped] = useState({ name, post, fromOn, toOn: toOn ?? '' })
  const body = { ...typed, toOn: typed.toOn === '' ? null : typed.toOn }
  const form = useForm({
    save: (key) =>
      signatory === undefined
        ? call(addSignatory, { body }, { key })
        : call(changeSignatory, { params: { id: signatory.id }, body }, { key, version: signatory.version }),
    touches: [['document-signatories']],
    saved: words.signatoryWritten,
    onDone,
  })
  const field = (key: keyof typeof typed) => ({
    value: typed[key],
    error: form.fault(key),
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  })
  return (
    <FormCard form={form} label={words.addSignatory} save={words.save} cancel={words.cancel} onCancel={onDone}>
      <TextInput
        required
        label={words.signatoryName}
        description={words.signatoryNameHint}
        maxLength={200}
        {...field('name')}
      />
      <TextInput required label={words.post} maxLength={200} {...field('post')} />
      <TextInput required type="date" label={words.fromOn} {...field('fromOn')} />
      <TextInput type="date" label={words.toOn} description={words.toOnHint} {...field('toOn')} />
    </FormCard>
  )
}
