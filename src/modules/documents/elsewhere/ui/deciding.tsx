import { Button, Group, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { decideLearning, type Learning } from '../elsewhere.contract.ts'
import { elsewhereWords } from './words.ts'

const TOUCHED = [['learning-elsewhere'], ['tasks'], ['life']]

const asRead = (learning: readonly Learning[]): { id: number; version: number }[] =>
  learning.map(({ id, version }) => ({ id, version }))

type Props = { readonly chosen: readonly Learning[]; onDone(): void }

/** What can be done with the chosen ones: each button says with how many. */
export function Deciding({ chosen, onDone }: Props): ReactNode {
  const words = useWords(elsewhereWords)
  const [isReturning, setReturning] = useState(false)
  const toConfirm = chosen.filter(({ can }) => can.includes('confirm'))
  const toReturn = chosen.filter(({ can }) => can.includes('return'))
  const confirming = useForm({
    save: (key) => call(decideLearning, { body: { learning: asRead(toConfirm), outcome: 'confirm' } }, { key }),
    touches: TOUCHED,
    saved: words.decided(toConfirm.length),
    onDone,
  })
  if (isReturning) {
    const done = (): void => {
      setReturning(false)
      onDone()
    }
    return <ReturnForm chosen={toReturn} onDone={done} onCancel={() => setReturning(false)} />
  }
  return (
    <>
      <ProblemNote error={confirming.error} />
      <Group gap="xs">
        <Button disabled={toConfirm.length === 0} loading={confirming.busy} onClick={confirming.submit}>
          {words.confirm(toConfirm.length)}
        </Button>
        <Button variant="default" disabled={toReturn.length === 0} onClick={() => setReturning(true)}>
          {words.giveBack(toReturn.length)}
        </Button>
      </Group>
    </>
  )
}

function ReturnForm({ chosen, onDone, onCancel }: Props & { onCancel(): void }): ReactNode {
  const words = useWords(elsewhereWords)
  const [word, setWord] = useState('')
  const form = useForm({
    save: (key) => call(decideLearning, { body: { learning: asRead(chosen), outcome: 'return', word } }, { key }),
    touches: TOUCHED,
    saved: words.decided(chosen.length),
    onDone,
  })
  return (
    <FormCard
      form={form}
      label={words.giveBackTitle}
      save={words.giveBackSave}
      cancel={words.cancel}
      onCancel={onCancel}
    >
      <Textarea
        label={words.word}
        description={words.giveBackHint}
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
