import { Button, FileButton, Group, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { upload } from '../../../../../web/api.ts'
import { useForm } from '../../../../../web/kit/form.tsx'
import { Section } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../../web/language.tsx'
import type { ListLine } from '../../../../registry/people/recognition.contract.ts'
import { recogniseList } from '../list.contract.ts'
import { ChoosingList } from './choosing-list.tsx'
import { listWords } from './words.ts'

type Props = { readonly event: number; readonly meeting: number }

/** A list that was brought, pasted or as a file: held against the roll, and what is unclear is chosen. */
export function ListSection({ event, meeting }: Props): ReactNode {
  const words = useWords(listWords)
  const [text, setText] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [lines, setLines] = useState<readonly ListLine[] | null>(null)
  const form = useForm({
    save: () => upload(recogniseList, [file ?? new File([text], 'list.csv')], { params: { id: event } }),
    touches: [],
    saved: words.compared,
    onDone: (found) => setLines(found.lines),
  })
  const startAnew = (): void => {
    setLines(null)
    setText('')
    setFile(null)
  }
  if (lines !== null) {
    return (
      <Section title={words.title}>
        <ChoosingList event={event} meeting={meeting} lines={lines} onDone={startAnew} />
      </Section>
    )
  }
  return (
    <Section title={words.title}>
      <Text size="sm" c="dimmed">
        {words.about}
      </Text>
      <form onSubmit={form.submit} noValidate aria-label={words.title}>
        {form.fault('file') === undefined ? <ProblemNote error={form.error} /> : null}
        <Textarea
          label={words.text}
          autosize
          minRows={3}
          maxRows={12}
          value={text}
          disabled={file !== null}
          error={form.fault('file')}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        <Group gap="xs" mt="xs">
          <Button type="submit" loading={form.busy} disabled={file === null && text.trim() === ''}>
            {words.compare}
          </Button>
          <FileButton onChange={setFile} accept=".xlsx,.csv,.txt">
            {(props) => (
              <Button {...props} variant="default">
                {file === null ? words.file : <span className="rost-own-name">{file.name}</span>}
              </Button>
            )}
          </FileButton>
        </Group>
      </form>
    </Section>
  )
}
