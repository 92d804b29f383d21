import { Button, Group, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useWords } from '../../../../../web/language.tsx'
import type { Mark, MarkLine } from '../marks.contract.ts'
import { marksWords } from './words.ts'

type Props = { readonly line: MarkLine; readonly length: number; onMark(mark: Mark): void }

/** For how long somebody was there; most stay to the end, and nothing has to be typed. */
export function TimeCell({ line: { person, mark }, length, onMark }: Props): ReactNode {
  const words = useWords(marksWords)
  const [open, setOpen] = useState(false)
  if (mark === null) return '—'
  if (open) {
    return (
      <TimeForm
        mark={mark}
        length={length}
        onCancel={() => setOpen(false)}
        onDone={(times) => {
          setOpen(false)
          onMark({ personId: person.id, here: true, ...times })
        }}
      />
    )
  }
  const { came, left, stayed } = mark
  const isWhole = stayed >= length
  const span = came === null && left === null ? null : `${came ?? '…'}–${left ?? '…'}`
  return (
    <Group gap="xs">
      {isWhole && span === null ? words.all : (span ?? words.minutes(stayed))}
      <Button size="compact-xs" variant="subtle" aria-label={words.timeOf(person.name)} onClick={() => setOpen(true)}>
        {words.time}
      </Button>
    </Group>
  )
}

type Times = Pick<Mark, 'came' | 'left' | 'minutes'>

type FormProps = {
  readonly mark: NonNullable<MarkLine['mark']>
  readonly length: number
  onDone(times: Times): void
  onCancel(): void
}

function TimeForm({ mark, length, onDone, onCancel }: FormProps): ReactNode {
  const words = useWords(marksWords)
  const [came, setCame] = useState(mark.came ?? '')
  const [left, setLeft] = useState(mark.left ?? '')
  const [minutes, setMinutes] = useState<number | string>(mark.minutes ?? '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const byTimes = came !== '' || left !== ''
    onDone({
      came: came === '' ? null : came,
      left: left === '' ? null : left,
      minutes: byTimes || minutes === '' ? null : Number(minutes),
    })
  }
  const isTurned = came !== '' && left !== '' && came > left
  return (
    <form onSubmit={submit} noValidate>
      <Group gap="xs" align="flex-end">
        <TextInput
          size="xs"
          type="time"
          label={words.came}
          value={came}
          onChange={(e) => setCame(e.currentTarget.value)}
        />
        <TextInput
          size="xs"
          type="time"
          label={words.left}
          value={left}
          onChange={(e) => setLeft(e.currentTarget.value)}
        />
        <NumberInput
          size="xs"
          w={90}
          label={words.orMinutes}
          min={0}
          max={length}
          clampBehavior="strict"
          disabled={came !== '' || left !== ''}
          value={minutes}
          onChange={setMinutes}
        />
        <Button size="xs" type="submit" disabled={isTurned}>
          {words.save}
        </Button>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          {words.cancel}
        </Button>
      </Group>
    </form>
  )
}
