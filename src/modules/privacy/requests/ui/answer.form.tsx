import { Select, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { answerRequest, extendRequest, type PersonRequest } from '../requests.contract.ts'
import { requestWords } from './words.ts'

type Props = { readonly request: PersonRequest; onDone(): void }

const TOUCHES = [['requests'], ['tasks']] as const

/** The answer is written down once; an erasure is answered by itself, unless it is refused. */
export function AnswerForm({ request: { id, version, kind }, onDone }: Props): ReactNode {
  const words = useWords(requestWords)
  const outcomes = kind === 'erasure' ? (['refused'] as const) : (['done', 'refused'] as const)
  const [outcome, setOutcome] = useState<'done' | 'refused'>(outcomes[0])
  const draft = useDraft(`request-answer-${id}`, { answer: '' })
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: (key) =>
      call(answerRequest, { params: { id }, body: { outcome, answer: draft.value.answer } }, { key, version }),
    touches: TOUCHES,
    saved: words.answered,
    onDone: close,
  })
  return (
    <FormCard form={form} label={words.answering} save={words.save} cancel={words.cancel} onCancel={close}>
      <Select
        label={words.outcome}
        allowDeselect={false}
        data={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
        value={outcome}
        onChange={(value) => setOutcome(outcomes.find((one) => one === value) ?? outcome)}
      />
      <Textarea
        label={words.answer}
        description={words.answerHint}
        required
        className="rost-wide"
        autosize
        minRows={3}
        maxLength={4_000}
        value={draft.value.answer}
        error={form.fault('answer')}
        onChange={(event) => draft.change({ answer: event.currentTarget.value })}
      />
    </FormCard>
  )
}

export function ExtensionForm({ request: { id, version }, onDone }: Props): ReactNode {
  const words = useWords(requestWords)
  const [reason, setReason] = useState('')
  const form = useForm({
    save: (key) => call(extendRequest, { params: { id }, body: { reason } }, { key, version }),
    touches: TOUCHES,
    saved: words.extended,
    onDone,
  })
  return (
    <FormCard form={form} label={words.extend} save={words.save} cancel={words.cancel} onCancel={onDone}>
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        required
        className="rost-wide"
        autosize
        minRows={2}
        maxLength={1_000}
        value={reason}
        error={form.fault('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormCard>
  )
}
