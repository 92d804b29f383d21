import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { FormCard, useForm } from '../../../web/kit/form.tsx'
import { useWords } from '../../../web/language.tsx'
import { documentWords } from './words.ts'

type Props = {
  /** Who reads the word, and what else becomes of it. */
  readonly hint: string
  readonly saved: string
  readonly touches: readonly (readonly string[])[]
  send(word: string, key: string): Promise<unknown>
  onDone(): void
  onCancel(): void
}

/** Sends back what people have told, with a word on what to mend. */
export function ReturnForm({ hint, saved, touches, send, onDone, onCancel }: Props): ReactNode {
  const words = useWords(documentWords)
  const [word, setWord] = useState('')
  const form = useForm({ save: (key) => send(word, key), touches, saved, onDone })
  return (
    <FormCard form={form} label={words.sendBackTitle} save={words.sendBack} cancel={words.cancel} onCancel={onCancel}>
      <Textarea
        label={words.toMend}
        description={hint}
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
