import { Button, Group, Select, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { useForm } from '../../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../../web/language.tsx'
import type { ListLine } from '../../../../registry/people/recognition.contract.ts'
import { PersonSelect } from '../../../../registry/ui/index.ts'
import { MARKS_AT_ONCE, markPeople } from '../../marks/marks.contract.ts'
import { listWords } from './words.ts'

type Props = {
  readonly event: number
  readonly meeting: number
  readonly lines: readonly ListLine[]
  onDone(): void
}

/** Who was known is said by name; of each other line one says who it is, or marks nobody. */
export function ChoosingList({ event, meeting, lines, onDone }: Props): ReactNode {
  const words = useWords(listWords)
  const [chosen, setChosen] = useState<Readonly<Record<number, string>>>({})
  const sure = lines.flatMap(({ person }) => (person === null ? [] : [person]))
  const unclear = lines.filter(({ person }) => person === null)
  const ids = [...new Set([...sure.map(({ id }) => id), ...Object.values(chosen).filter(Boolean).map(Number)])]
  const form = useForm({
    save: async (key) => {
      for (let from = 0; from < ids.length; from += MARKS_AT_ONCE) {
        const marks = ids.slice(from, from + MARKS_AT_ONCE).map((personId) => ({ personId, here: true }))
        const params = { id: event, meetingId: meeting }
        await call(markPeople, { params, body: { marks, toldBy: 'file' } }, { key: `${key}-${from}` })
      }
    },
    touches: [
      ['marks', event],
      ['roll', event],
    ],
    saved: words.marked,
    onDone,
  })
  const choose = (row: number, id: string | null): void => setChosen((before) => ({ ...before, [row]: id ?? '' }))
  return (
    <form onSubmit={form.submit} noValidate aria-label={words.title}>
      {lines.length === 0 ? <Text role="status">{words.none}</Text> : null}
      {sure.length === 0 ? null : (
        <>
          <Text fw={600}>{words.sure(sure.length)}</Text>
          <Text size="sm">{sure.map(({ name }) => name).join(', ')}</Text>
        </>
      )}
      {unclear.length === 0 ? null : (
        <>
          <Text fw={600} mt="sm">
            {words.unclear(unclear.length)}
          </Text>
          <ul className="rost-plain-list">
            {unclear.map((line) => (
              <li key={line.row}>
                <Unclear line={line} value={chosen[line.row] ?? ''} onChoose={(id) => choose(line.row, id)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <ProblemNote error={form.error} />
      <Group gap="xs" mt="sm">
        <Button type="submit" loading={form.busy} disabled={ids.length === 0}>
          {words.mark(ids.length)}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {words.anew}
        </Button>
      </Group>
    </form>
  )
}

type UnclearProps = { readonly line: ListLine; readonly value: string; onChoose(id: string | null): void }

function Unclear({ line: { text, candidates }, value, onChoose }: UnclearProps): ReactNode {
  const words = useWords(listWords)
  if (candidates.length === 0) {
    return <PersonSelect label={words.whoIs(text)} description={words.otherHint} value={value} onChange={onChoose} />
  }
  return (
    <Select
      label={words.whoIs(text)}
      placeholder={words.nobody}
      clearable
      value={value === '' ? null : value}
      data={candidates.map(({ id, name, organisation }) => ({
        value: String(id),
        label: [name, organisation].filter(Boolean).join(', '),
      }))}
      onChange={onChoose}
    />
  )
}
