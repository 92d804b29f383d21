import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { askAboutRecord } from '../../../indicators/questions/questions.contract.ts'
import { myWords } from './words.ts'

type Props = { readonly about: string; readonly name: string; readonly onDone: () => void }

/** «Это не так»: one sentence, and the methodical centre looks into it; no paper is asked for. */
export function DoubtForm({ about, name, onDone }: Props): ReactNode {
  const words = useWords(myWords)
  const draft = useDraft(`doubt-${name}`, { text: '' })
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: (key) => call(askAboutRecord, { body: { about, text: draft.value.text } }, { key }),
    touches: [['questions'], ['tasks']],
    saved: words.sent,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={words.notSo}
      save={words.send}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
    >
      <Textarea
        label={words.howSo}
        description={words.howSoHint}
        required
        autosize
        minRows={2}
        maxLength={2_000}
        className="rost-wide"
        data-autofocus
        value={draft.value.text}
        error={form.fault('text')}
        onChange={(event) => draft.change({ text: event.currentTarget.value })}
      />
    </FormCard>
  )
}
