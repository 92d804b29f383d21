import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { decideEventRequest, type EventRequest } from '../event-requests.contract.ts'
import { TOUCHED } from './touched.ts'
import { eventRequestWords } from './words.ts'

type Props = {
  readonly request: EventRequest
  readonly step: 'return' | 'decline'
  onDone(): void
  onCancel(): void
}

/** Sends a request back with a question, or declines it with the reason. */
export function DecisionForm({ request, step, onDone, onCancel }: Props): ReactNode {
  const words = useWords(eventRequestWords)
  const [word, setWord] = useState('')
  const isReturn = step === 'return'
  const name = isReturn ? words.giveBack : words.decline
  const form = useForm({
    save: (key) =>
      call(decideEventRequest, { params: { id: request.id }, body: { step, word } }, { key, version: request.version }),
    touches: TOUCHED,
    saved: isReturn ? words.returned : words.declined,
    onDone,
  })
  return (
    <FormCard form={form} label={name} save={name} cancel={words.cancel} onCancel={onCancel}>
      <Textarea
        label={isReturn ? words.question : words.reason}
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
