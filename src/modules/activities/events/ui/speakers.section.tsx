import { Button, Group, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { PersonSelect } from '../../../registry/ui/index.ts'
import type { Event } from '../events.contract.ts'
import { addSpeaker, removeSpeaker, type Speaker } from '../speakers.contract.ts'
import { eventWords } from './words.ts'

type Props = { readonly event: Event; readonly changes: boolean }

/** Who speaks, shows or trains. */
export function SpeakersSection({ event, changes }: Props): ReactNode {
  const words = useWords(eventWords)
  const [adding, setAdding] = useState(false)
  return (
    <Section title={words.speakers}>
      {event.speakers.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.noSpeakers}
        </Text>
      ) : (
        <ul className="rost-plain-list">
          {event.speakers.map((speaker) => (
            <Line key={speaker.id} event={event} speaker={speaker} changes={changes} />
          ))}
        </ul>
      )}
      {!changes ? null : adding ? (
        <SpeakerForm event={event} onDone={() => setAdding(false)} />
      ) : (
        <Button size="xs" variant="default" onClick={() => setAdding(true)}>
          {words.addSpeaker}
        </Button>
      )}
    </Section>
  )
}

function Line({ event, speaker, changes }: Props & { readonly speaker: Speaker }): ReactNode {
  const words = useWords(eventWords)
  const { id, name, topic } = speaker
  const removing = useForm({
    save: (key) => call(removeSpeaker, { params: { id: event.id, speakerId: id } }, { key }),
    touches: [['event', event.id]],
    saved: words.speakerRemoved,
    onDone: () => {},
  })
  return (
    <li>
      <ProblemNote error={removing.error} />
      <Group gap="xs">
        <span>{topic === '' ? name : `${name}: ${topic}`}</span>
        {changes ? (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={words.takeOutOf(name)}
            loading={removing.busy}
            onClick={(e) => removing.submit(e)}
          >
            {words.takeOut}
          </Button>
        ) : null}
      </Group>
    </li>
  )
}

function SpeakerForm({ event, onDone }: { readonly event: Event; onDone(): void }): ReactNode {
  const words = useWords(eventWords)
  const [typed, setTyped] = useState({ personId: '', guest: '', topic: '' })
  const change = (part: Partial<typeof typed>): void => setTyped((before) => ({ ...before, ...part }))
  const form = useForm({
    save: (key) =>
      call(
        addSpeaker,
        {
          params: { id: event.id },
          body: {
            personId: typed.personId === '' ? null : Number(typed.personId),
            guest: typed.guest.trim() === '' ? null : typed.guest,
            topic: typed.topic,
          },
        },
        { key },
      ),
    touches: [['event', event.id]],
    saved: words.speakerSaved,
    onDone,
  })
  return (
    <FormCard form={form} label={words.addSpeaker} save={words.add} cancel={words.cancel} onCancel={onDone}>
      <PersonSelect
        label={words.person}
        description={words.personHint}
        value={typed.personId}
        error={form.fault('personId')}
        onChange={(personId) => change({ personId })}
      />
      <TextInput
        label={words.guest}
        description={words.guestHint}
        maxLength={200}
        value={typed.guest}
        error={form.fault('guest')}
        onChange={(e) => change({ guest: e.currentTarget.value })}
      />
      <TextInput
        label={words.speakerTopic}
        maxLength={300}
        value={typed.topic}
        error={form.fault('topic')}
        onChange={(e) => change({ topic: e.currentTarget.value })}
      />
    </FormCard>
  )
}
