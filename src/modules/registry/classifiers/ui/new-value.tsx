import { Button, Group, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { addClassifierValue } from '../classifiers.contract.ts'
import { classifierWords } from './words.ts'

/** A line to type a value that no file has brought yet. */
export function NewValue({ kind }: { readonly kind: string }): ReactNode {
  const [added, setAdded] = useState(0)
  return <Line key={added} kind={kind} onDone={() => setAdded(added + 1)} />
}

function Line({ kind, onDone }: { readonly kind: string; onDone(): void }): ReactNode {
  const words = useWords(classifierWords)
  const [label, setLabel] = useState('')
  const form = useForm({
    save: (key) => call(addClassifierValue, { params: { kind }, body: { label } }, { key }),
    touches: [['classifier', kind], ['classifiers']],
    saved: words.added,
    onDone,
  })
  const fault = form.fault('label')
  return (
    <form onSubmit={form.submit} noValidate aria-label={words.newValue}>
      {fault === undefined ? <ProblemNote error={form.error} /> : null}
      <Group gap="xs" align="end">
        <TextInput
          label={words.newValue}
          maxLength={300}
          value={label}
          error={fault}
          onChange={(e) => setLabel(e.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={label.trim() === ''} loading={form.busy}>
          {words.add}
        </Button>
      </Group>
    </form>
  )
}
