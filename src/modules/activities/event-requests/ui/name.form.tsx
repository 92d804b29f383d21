import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay, today } from '../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listEvents } from '../../events/events.contract.ts'
import { answerEventRequests, type EventRequest } from '../event-requests.contract.ts'
import { TOUCHED } from './touched.ts'
import { eventRequestWords } from './words.ts'

const SHOWN = 50
const WAIT_MS = 200

type Props = { readonly requests: readonly EventRequest[]; onDone(): void; onCancel(): void }

/** Answers these requests, one or many, by an event that is planned already. */
export function NameForm({ requests, onDone, onCancel }: Props): ReactNode {
  const words = useWords(eventRequestWords)
  const [event, setEvent] = useState<string | null>(null)
  const form = useForm({
    save: (key) => {
      const body = { eventId: Number(event), requests: requests.map(({ id, version }) => ({ id, version })) }
      return call(answerEventRequests, { body }, { key })
    },
    touches: TOUCHED,
    saved: words.answered,
    onDone,
  })
  const label = requests.length === 1 ? words.name : words.nameSome(requests.length)
  return (
    <FormCard form={form} label={label} save={label} cancel={words.cancel} onCancel={onCancel}>
      <EventSelect value={event} error={form.fault('eventId')} onChange={setEvent} />
    </FormCard>
  )
}

type SelectProps = {
  readonly value: string | null
  readonly error: string | undefined
  onChange(event: string | null): void
}

/** Among events ahead, drafts included, found by their titles. */
function EventSelect({ value, error, onChange }: SelectProps): ReactNode {
  const words = useWords(eventRequestWords)
  const { language } = useLanguage()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<{ value: string; label: string }>()
  const [asked] = useDebouncedValue(typed === chosen?.label ? '' : typed.trim(), WAIT_MS)
  const query = {
    ...{ state: ['draft' as const, 'announced' as const], from: today(), sort: 'heldOn', size: SHOWN },
    ...(asked !== '' && { q: asked }),
  }
  const events = useQuery({
    queryKey: ['events', 'ahead', query],
    queryFn: ({ signal }) => call(listEvents, { query }, { signal }),
    placeholderData: keepPreviousData,
  })
  const found = (events.data?.items ?? []).map(({ id, title, heldOn }) => ({
    ...{ value: String(id), label: `${title}, ${sayShortDay(heldOn, language)}` },
  }))
  const data = chosen === undefined || found.some((one) => one.value === chosen.value) ? found : [chosen, ...found]
  return (
    <Select
      label={words.event}
      description={words.nameAbout}
      className="rost-wide"
      required
      searchable
      data={data}
      filter={({ options }) => options}
      nothingFoundMessage={words.nothingFound}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      error={error}
      onChange={(id) => {
        setChosen(data.find((one) => one.value === id))
        onChange(id)
      }}
    />
  )
}
