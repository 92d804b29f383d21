import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { askQuestion, listAddressees } from '../questions.contract.ts'
import { questionWords } from './words.ts'

/** A figure somebody may be asked about. */
type Cell = {
  readonly code: string
  readonly date: string
  readonly slice: string | undefined
  readonly key: string | undefined
}

/** Hands a figure to somebody with a question and a day. */
export function HandOver({ cell }: { readonly cell: Cell }): ReactNode {
  const words = useWords(questionWords)
  const may = useMay('question.ask')
  const [asking, setAsking] = useState(false)
  if (!may) return null
  if (asking) return <AskForm cell={cell} onDone={() => setAsking(false)} />
  return (
    <Button size="xs" variant="default" onClick={() => setAsking(true)}>
      {words.hand}
    </Button>
  )
}

const DAYS = 7

function weekFrom(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + DAYS)
  return date.toISOString().slice(0, 10)
}

function AskForm({ cell, onDone }: { cell: Cell; onDone: () => void }): ReactNode {
  const words = useWords(questionWords)
  const { code, date, slice, key: part } = cell
  const draft = useDraft(`question-${[code, date, slice, part].join('-')}`, {
    ...{ addressee: '', text: '', dueOn: weekFrom(today()) },
  })
  const addressees = useQuery({ queryKey: ['addressees'], queryFn: () => call(listAddressees, {}) })
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: (key) =>
      call(
        askQuestion,
        {
          body: {
            ...{ code, date, slice: slice ?? null, key: part ?? null },
            ...{ text: draft.value.text, dueOn: draft.value.dueOn, addresseeId: Number(draft.value.addressee) },
          },
        },
        { key },
      ),
    touches: [['questions']],
    saved: words.sent,
    onDone: close,
  })
  const options = (addressees.data?.items ?? []).map(({ id, name, organisation }) => ({
    value: String(id),
    label: organisation === null ? name : `${name}, ${organisation.name}`,
  }))
  return (
    <FormCard
      form={form}
      label={words.handTitle}
      save={words.send}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
    >
      <Select
        label={words.whom}
        description={words.whomHint}
        required
        searchable
        data={[...new Map(options.map((option) => [option.value, option])).values()]}
        value={draft.value.addressee === '' ? null : draft.value.addressee}
        error={form.fault('addresseeId')}
        onChange={(addressee) => draft.change({ addressee: addressee ?? '' })}
      />
      <TextInput
        type="date"
        label={words.dueOn}
        required
        value={draft.value.dueOn}
        error={form.fault('dueOn')}
        onChange={(event) => draft.change({ dueOn: event.currentTarget.value })}
      />
      <Textarea
        label={words.text}
        required
        autosize
        minRows={2}
        maxLength={2_000}
        className="rost-wide"
        value={draft.value.text}
        error={form.fault('text')}
        onChange={(event) => draft.change({ text: event.currentTarget.value })}
      />
    </FormCard>
  )
}
