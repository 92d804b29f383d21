import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { RoomSelect } from '../../rooms/ui/room.select.tsx'
import type { Event } from '../events.contract.ts'
import { addMeeting, changeMeeting, type Meeting } from '../meetings.contract.ts'
import { eventWords } from './words.ts'

type Props = { readonly event: Event; readonly meeting?: Meeting; onDone(): void }

/** Adds a meeting to an event or changes one; a new one begins as the last one did. */
export function MeetingForm({ event, meeting, onDone }: Props): ReactNode {
  const words = useWords(eventWords)
  const client = useQueryClient()
  const last = meeting ?? event.meetings.at(-1)
  const draft = useDraft(`meeting-${event.id}-${meeting?.id ?? 'new'}`, {
    ...{ title: meeting?.title ?? '', day: meeting?.day ?? event.heldOn, link: meeting?.link ?? '' },
    ...{ from: last?.from ?? '15:00', until: last?.until ?? '16:30' },
    roomId: last?.room === null || last === undefined ? '' : String(last.room.id),
  })
  const typed = draft.value
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const body = {
    ...{ title: typed.title, day: typed.day, from: typed.from, until: typed.until },
    roomId: typed.roomId === '' ? null : Number(typed.roomId),
    link: typed.link.trim() === '' ? null : typed.link,
  }
  const form = useForm({
    save: (key) =>
      meeting === undefined
        ? call(addMeeting, { params: { id: event.id }, body }, { key })
        : call(
            changeMeeting,
            { params: { id: event.id, meetingId: meeting.id }, body },
            { key, version: meeting.version },
          ),
    touches: [['event', event.id], ['events'], ['plan']],
    saved: words.meetingSaved,
    onDone: close,
  })
  const input = (field: 'title' | 'day' | 'from' | 'until' | 'link', label: string, type = 'text'): ReactNode => (
    <TextInput
      type={type}
      label={label}
      required={type !== 'text'}
      value={typed[field]}
      error={form.fault(field)}
      onChange={(e) => draft.change({ [field]: e.currentTarget.value })}
    />
  )
  return (
    <FormCard
      form={form}
      label={meeting === undefined ? words.addMeeting : words.change}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['event', event.id] })}
    >
      {input('day', words.heldOn, 'date')}
      {input('from', words.from, 'time')}
      {input('until', words.until, 'time')}
      <RoomSelect
        label={words.room}
        had={meeting?.room ?? null}
        value={typed.roomId}
        error={form.fault('roomId')}
        onChange={(roomId) => draft.change({ roomId })}
      />
      {input('title', words.meetingTitle)}
      {input('link', words.link)}
    </FormCard>
  )
}
