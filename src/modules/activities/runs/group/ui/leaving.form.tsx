import { Button, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { today } from '../../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../../web/language.tsx'
import { type Learner, leaveRun, type Run, returnToRun } from '../group.contract.ts'
import { groupWords } from './words.ts'

export const touchedByLearners = (event: number) => [
  ['run', event],
  ['learners', event],
  ['participants', event],
  ['roll', event],
  ['marks', event],
]

type Props = { readonly run: Run; readonly learner: Learner; onDone(): void }

/** A learner goes before the end. */
export function LeavingForm({ run, learner: { person }, onDone }: Props): ReactNode {
  const words = useWords(groupWords)
  const params = { id: run.event.id, personId: person.id }
  const [leftOn, setLeftOn] = useState(today())
  const [reason, setReason] = useState('')
  const form = useForm({
    save: (key) => call(leaveRun, { params, body: { leftOn, reason } }, { key }),
    touches: touchedByLearners(run.event.id),
    saved: words.leaveDone,
    onDone,
  })
  const label = words.leaveOf(person.name)
  return (
    <FormCard form={form} label={label} save={words.leave} cancel={words.cancel} onCancel={onDone}>
      <p className="rost-wide rost-own-name">{label}</p>
      <TextInput
        type="date"
        label={words.leftOn}
        required
        min={run.event.heldOn}
        max={today()}
        value={leftOn}
        error={form.fault('leftOn')}
        onChange={(e) => setLeftOn(e.currentTarget.value)}
      />
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        className="rost-wide"
        autoFocus
        autosize
        required
        maxLength={1_000}
        value={reason}
        error={form.fault('reason')}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </FormCard>
  )
}

export function ReturnButton({ event, person }: { readonly event: number } & Pick<Learner, 'person'>): ReactNode {
  const words = useWords(groupWords)
  const form = useForm({
    save: (key) => call(returnToRun, { params: { id: event, personId: person.id } }, { key }),
    touches: touchedByLearners(event),
    saved: words.backDone,
    onDone: () => {},
  })
  return (
    <>
      <ProblemNote error={form.error} />
      <Button
        size="compact-sm"
        variant="subtle"
        loading={form.busy}
        aria-label={words.backOf(person.name)}
        onClick={(e) => form.submit(e)}
      >
        {words.back}
      </Button>
    </>
  )
}
