import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { decideInHouse, type InHouse } from '../in-house.contract.ts'
import { asRead, TOUCHED } from './touched.ts'
import { inHouseWords } from './words.ts'

type Props = {
  readonly events: readonly InHouse[]
  readonly step: 'return' | 'revoke'
  onDone(): void
  onCancel(): void
}

/** Sends events back or attests them no more, with a word on why. */
export function WordForm({ events, step, onDone, onCancel }: Props): ReactNode {
  const words = useWords(inHouseWords)
  const [word, setWord] = useState('')
  const form = useForm({
    save: (key) => call(decideInHouse, { body: { events: asRead(events), step, word } }, { key }),
    touches: TOUCHED,
    saved: words.done,
    onDone,
  })
  const name = step === 'return' ? words.sendBack : words.endIt
  return (
    <FormCard form={form} label={name} save={name} cancel={words.cancel} onCancel={onCancel}>
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        className="rost-wide"
        autoFocus
        autosize
        required
        maxLength={500}
        value={word}
        error={form.fault('word')}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
    </FormCard>
  )
}
