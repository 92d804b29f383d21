import { Button, FileButton, Group, Select, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { upload } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { ListLine } from '../../../registry/people/recognition.contract.ts'
import type { Chosen } from '../../register/ui/people.picker.tsx'
import { recogniseDeedPeople } from '../elsewhere.contract.ts'
import { elsewhereWords } from './words.ts'

type Props = { readonly chosen: Chosen; onChange(chosen: Chosen): void }

/** A list of names, pasted or as a file: who is known beyond doubt is chosen, of the others one says who it is. */
export function PeopleList({ chosen, onChange }: Props): ReactNode {
  const words = useWords(elsewhereWords)
  const [text, setText] = useState('')
  const [lines, setLines] = useState<readonly ListLine[]>([])
  const [file, setFile] = useState<File | null>(null)
  const form = useForm({
    save: () => upload(recogniseDeedPeople, [file ?? new File([text], 'list.csv')], {}),
    touches: [],
    saved: words.compared,
    onDone: (found) => {
      setLines(found.lines.filter(({ person }) => person === null))
      setFile(null)
      const sure = found.lines.flatMap(({ person }) => (person === null ? [] : [person]))
      onChange(new Map([...chosen, ...sure.map(({ id, name }) => [id, name] as const)]))
    },
  })
  return (
    <div>
      {form.fault('file') === undefined ? <ProblemNote error={form.error} /> : null}
      <Textarea
        label={words.list}
        description={words.listHint}
        autosize
        minRows={2}
        maxRows={10}
        value={text}
        disabled={file !== null}
        error={form.fault('file')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        <Button
          variant="default"
          loading={form.busy}
          disabled={file === null && text.trim() === ''}
          onClick={form.submit}
        >
          {words.compare}
        </Button>
        <FileButton onChange={setFile} accept=".xlsx,.csv,.txt">
          {(props) => (
            <Button {...props} variant="subtle">
              {file === null ? words.listFile : <span className="rost-own-name">{file.name}</span>}
            </Button>
          )}
        </FileButton>
      </Group>
      {lines.length === 0 ? null : (
        <>
          <Text fw={600} size="sm" mt="sm" role="status">
            {words.unclear(lines.length)}
          </Text>
          {lines.map((line) => (
            <Unclear
              key={line.row}
              line={line}
              onChoose={(id, name) => {
                setLines(lines.filter(({ row }) => row !== line.row))
                onChange(new Map([...chosen, [id, name]]))
              }}
            />
          ))}
        </>
      )}
    </div>
  )
}

type UnclearProps = { readonly line: ListLine; onChoose(id: number, name: string): void }

/** Two are alike, or the line says too little; nobody of that surname is looked for below. */
function Unclear({ line: { text, candidates }, onChoose }: UnclearProps): ReactNode {
  const words = useWords(elsewhereWords)
  if (candidates.length === 0)
    return (
      <Text size="sm">
        <span className="rost-own-name">{text}</span>: {words.nobodySuch}
      </Text>
    )
  return (
    <Select
      label={words.whoIs(text)}
      value={null}
      data={candidates.map(({ id, name, organisation }) => ({
        value: String(id),
        label: [name, organisation].filter(Boolean).join(', '),
      }))}
      onChange={(value) => {
        const found = candidates.find(({ id }) => String(id) === value)
        if (found !== undefined) onChoose(found.id, found.name)
      }}
    />
  )
}
