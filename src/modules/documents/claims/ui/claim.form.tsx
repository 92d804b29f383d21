import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { changeClaim, type MyClaim, makeClaim } from '../claims.contract.ts'
import { claimWords } from './words.ts'

type Props = {
  /** Undefined: a new one. */
  readonly claim?: MyClaim | undefined
  onDone(): void
}

/** What was done, when and where. */
export function ClaimForm({ claim, onDone }: Props): ReactNode {
  const words = useWords(claimWords)
  const [title, setTitle] = useState(claim?.title ?? '')
  const [doneOn, setDoneOn] = useState(claim?.doneOn ?? today())
  const [place, setPlace] = useState(claim?.place ?? '')
  const body = { title, doneOn, place }
  const form = useForm({
    save: (key) =>
      claim === undefined
        ? call(makeClaim, { body }, { key })
        : call(changeClaim, { params: { id: claim.id }, body }, { key, version: claim.version }),
    touches: [['my-claims']],
    saved: words.sent,
    onDone,
  })
  return (
    <FormCard form={form} label={words.claim} save={words.send} cancel={words.cancel} onCancel={onDone}>
      <TextInput
        required
        className="rost-wide"
        label={words.title}
        description={words.titleHint}
        maxLength={300}
        value={title}
        error={form.fault('title')}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        required
        label={words.doneOn}
        max={today()}
        value={doneOn}
        error={form.fault('doneOn')}
        onChange={(event) => setDoneOn(event.currentTarget.value)}
      />
      <TextInput
        required
        label={words.place}
        placeholder={words.placeHint}
        maxLength={300}
        value={place}
        error={form.fault('place')}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
    </FormCard>
  )
}
