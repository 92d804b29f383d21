import { Button, Group, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { useForm } from '../../../../../web/kit/form.tsx'
import { Section } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../../web/language.tsx'
import { addGuest, type Guest, listGuests, removeGuest } from '../guests.contract.ts'
import { guestWords } from './words.ts'

type Props = { readonly event: number; readonly changes: boolean }

/** Who came from elsewhere, by name. */
export function GuestsSection({ event, changes }: Props): ReactNode {
  const words = useWords(guestWords)
  const guests = useQuery({
    queryKey: ['guests', event],
    queryFn: () => call(listGuests, { params: { id: event }, query: { size: 200 } }),
  })
  const { data } = guests
  if (!changes && (data === undefined || (data.total === 0 && !data.counted))) return null
  return (
    <Section title={words.title}>
      <Text size="sm" c="dimmed">
        {words.about}
      </Text>
      <ProblemNote error={guests.error} onRetry={() => guests.refetch()} />
      {typeof data?.counted === 'number' ? <Text size="sm">{words.counted(data.counted)}</Text> : null}
      <ul className="rost-plain-list">
        {data?.items.map((guest) => (
          <li key={guest.id}>
            <Line event={event} guest={guest} changes={changes} />
          </li>
        ))}
      </ul>
      {changes ? <Adding event={event} /> : null}
    </Section>
  )
}

function Line({ event, guest, changes }: Props & { readonly guest: Guest }): ReactNode {
  const words = useWords(guestWords)
  const { id, name, organisation } = guest
  const removing = useForm({
    save: (key) => call(removeGuest, { params: { id: event, guestId: id } }, { key }),
    touches: [['guests', event]],
    saved: words.removed,
    onDone: () => {},
  })
  return (
    <Group gap="xs">
      <ProblemNote error={removing.error} />
      <span className="rost-own-name">{organisation === '' ? name : `${name}, ${organisation}`}</span>
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
  )
}

function Adding({ event }: { readonly event: number }): ReactNode {
  const words = useWords(guestWords)
  const [name, setName] = useState('')
  const [organisation, setOrganisation] = useState('')
  const form = useForm({
    save: (key) => call(addGuest, { params: { id: event }, body: { name, organisation } }, { key }),
    touches: [['guests', event]],
    saved: words.added,
    onDone: () => {
      setName('')
      setOrganisation('')
    },
  })
  return (
    <form onSubmit={form.submit} noValidate aria-label={words.add}>
      <ProblemNote error={form.error} />
      <Group gap="xs" align="flex-end">
        <TextInput
          label={words.name}
          maxLength={200}
          value={name}
          error={form.fault('name')}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <TextInput
          label={words.organisation}
          maxLength={300}
          value={organisation}
          error={form.fault('organisation')}
          onChange={(e) => setOrganisation(e.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={form.busy} disabled={name.trim() === ''}>
          {words.add}
        </Button>
      </Group>
    </form>
  )
}
