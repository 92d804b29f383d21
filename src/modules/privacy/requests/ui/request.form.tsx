import { Select, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { enterRequest, makeMyRequest, REQUEST_KINDS, type RequestKind } from '../requests.contract.ts'
import { requestWords } from './words.ts'

type Props = {
  /** Whose letter came on paper; left out by who asks for themselves. */
  readonly person?: number
  onDone(): void
}

/** A request about data: one’s own, or one that came as a letter. */
export function RequestForm({ person, onDone }: Props): ReactNode {
  const words = useWords(requestWords)
  const [kind, setKind] = useState<RequestKind>('copy')
  const [said, setSaid] = useState('')
  const [receivedOn, setReceivedOn] = useState('')
  const form = useForm({
    save: async (key): Promise<void> => {
      await (person === undefined
        ? call(makeMyRequest, { body: { kind, words: said } }, { key })
        : call(enterRequest, { body: { personId: person, kind, receivedOn, words: said } }, { key }))
    },
    touches: [['requests'], ['my-requests'], ['tasks']],
    saved: person === undefined ? words.sent : words.entered,
    onDone,
  })
  const name = person === undefined ? words.ask : words.enter
  return (
    <FormCard
      form={form}
      label={name}
      save={person === undefined ? words.send : words.save}
      cancel={words.cancel}
      onCancel={onDone}
    >
      <Select
        label={words.kindLabel}
        description={words.kindHints[kind]}
        className="rost-wide"
        allowDeselect={false}
        data={REQUEST_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChange={(value) => setKind(REQUEST_KINDS.find((one) => one === value) ?? kind)}
      />
      {person === undefined ? null : (
        <TextInput
          type="date"
          required
          label={words.receivedOn}
          value={receivedOn}
          error={form.fault('receivedOn')}
          onChange={(event) => setReceivedOn(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={words.words}
        description={words.wordsHint}
        className="rost-wide"
        autosize
        minRows={2}
        maxLength={2_000}
        value={said}
        error={form.fault('words')}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
    </FormCard>
  )
}
