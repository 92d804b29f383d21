import { Button, Group, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { answerFederalRows } from '../files.contract.ts'
import { federalWords } from './words.ts'

const TOUCHED = [['federal'], ['tasks']]

type Props = { readonly file: number; readonly rows: readonly number[]; onDone(): void }

/** What the register answered to the chosen rows. */
export function Answering({ file, rows, onDone }: Props): ReactNode {
  const words = useWords(federalWords)
  const [isRefusing, setRefusing] = useState(false)
  const accepting = useForm({
    save: (key) =>
      call(answerFederalRows, { params: { id: file }, body: { rows: [...rows], answer: 'taken' } }, { key }),
    touches: TOUCHED,
    saved: words.answered,
    onDone,
  })
  if (isRefusing)
    return (
      <RefusalForm
        file={file}
        rows={rows}
        onCancel={() => setRefusing(false)}
        onDone={() => {
          setRefusing(false)
          onDone()
        }}
      />
    )
  return (
    <>
      <ProblemNote error={accepting.error} />
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed" mt="xs">
          {words.chooseRows}
        </Text>
      ) : (
        <Group gap="xs" mt="xs">
          <Button loading={accepting.busy} onClick={accepting.submit}>
            {words.accept(rows.length)}
          </Button>
          <Button variant="default" onClick={() => setRefusing(true)}>
            {words.refuse(rows.length)}
          </Button>
        </Group>
      )}
    </>
  )
}

function RefusalForm({ file, rows, onDone, onCancel }: Props & { onCancel(): void }): ReactNode {
  const words = useWords(federalWords)
  const [word, setWord] = useState('')
  const form = useForm({
    save: (key) =>
      call(answerFederalRows, { params: { id: file }, body: { rows: [...rows], answer: 'refused', word } }, { key }),
    touches: TOUCHED,
    saved: words.answered,
    onDone,
  })
  return (
    <FormCard
      form={form}
      label={words.refuseTitle}
      save={words.refuse(rows.length)}
      cancel={words.cancel}
      onCancel={onCancel}
    >
      <Textarea
        label={words.why}
        description={words.refuseHint}
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
