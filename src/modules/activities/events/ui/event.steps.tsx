import { Button, Group, Text, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { announceEvent, cancelEvent, type Event, removeEvent } from '../events.contract.ts'
import { eventWords } from './words.ts'

/** What may follow: announcing a draft or removing it, calling off what was announced. */
export function EventSteps({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(eventWords)
  const [callingOff, setCallingOff] = useState(false)
  if (event.can.includes('announce')) return <DraftSteps event={event} />
  if (!event.can.includes('cancel')) return null
  if (callingOff) return <CallingOff event={event} onDone={() => setCallingOff(false)} />
  return (
    <Group>
      <Button variant="default" onClick={() => setCallingOff(true)}>
        {words.callOff}
      </Button>
    </Group>
  )
}

const touchedBy = (event: Event) => [['event', event.id], ['events'], ['plan']]

function DraftSteps({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(eventWords)
  const navigate = useNavigate()
  const { id, version, lacks } = event
  const announcing = useForm({
    save: (key) => call(announceEvent, { params: { id } }, { key, version }),
    touches: touchedBy(event),
    saved: words.announced,
    onDone: () => {},
  })
  const removing = useForm({
    save: (key) => call(removeEvent, { params: { id } }, { key, version }),
    touches: [['events'], ['plan']],
    saved: words.removed,
    onDone: () => void navigate({ to: '/events', search: { when: 'drafts' } }),
  })
  return (
    <>
      {lacks.length === 0 ? null : (
        <div className="rost-card">
          <Text size="sm">{words.lacks}</Text>
          <ul className="rost-plain-list">
            {lacks.map((lack) => (
              <li key={lack}>{words.lack[lack]}</li>
            ))}
          </ul>
        </div>
      )}
      <ProblemNote error={announcing.error ?? removing.error} />
      <Group gap="xs">
        <Button disabled={lacks.length > 0} loading={announcing.busy} onClick={(e) => announcing.submit(e)}>
          {words.announce}
        </Button>
        <Button variant="subtle" loading={removing.busy} onClick={(e) => removing.submit(e)}>
          {words.remove}
        </Button>
      </Group>
    </>
  )
}

function CallingOff({ event, onDone }: { readonly event: Event; onDone(): void }): ReactNode {
  const words = useWords(eventWords)
  const [reason, setReason] = useState('')
  const form = useForm({
    save: (key) => call(cancelEvent, { params: { id: event.id }, body: { reason } }, { key, version: event.version }),
    touches: touchedBy(event),
    saved: words.calledOff,
    onDone,
  })
  return (
    <FormCard form={form} label={words.callOff} save={words.callOff} cancel={words.keep} onCancel={onDone}>
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        required
        className="rost-wide"
        maxLength={1000}
        value={reason}
        error={form.fault('reason')}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </FormCard>
  )
}
