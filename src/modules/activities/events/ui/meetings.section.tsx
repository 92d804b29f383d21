import { Anchor, Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listEventHints } from '../../planner/hints.contract.ts'
import { HintList } from '../../planner/ui/hint-list.tsx'
import type { Event } from '../events.contract.ts'
import { type Meeting, removeMeeting } from '../meetings.contract.ts'
import { MeetingForm } from './meeting.form.tsx'
import { eventWords } from './words.ts'

type Props = { readonly event: Event; readonly changes: boolean }

/** Days and hours of an event. */
export function MeetingsSection({ event, changes }: Props): ReactNode {
  const words = useWords(eventWords)
  const [open, setOpen] = useState<number | 'new' | null>(null)
  const hints = useQuery({
    queryKey: ['event', event.id, 'hints'],
    queryFn: () => call(listEventHints, { params: { id: event.id } }),
    enabled: changes,
  })
  return (
    <Section title={words.meetings}>
      {event.meetings.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.noMeetings}
        </Text>
      ) : (
        <ul className="rost-plain-list">
          {event.meetings.map((meeting) => (
            <li key={meeting.id}>
              {open === meeting.id ? (
                <MeetingForm event={event} meeting={meeting} onDone={() => setOpen(null)} />
              ) : (
                <Line event={event} meeting={meeting} changes={changes} onChange={() => setOpen(meeting.id)} />
              )}
              <HintList hints={hints.data?.meetings.find(({ meetingId }) => meetingId === meeting.id)?.items ?? []} />
            </li>
          ))}
        </ul>
      )}
      {!changes ? null : open === 'new' ? (
        <MeetingForm event={event} onDone={() => setOpen(null)} />
      ) : (
        <Button size="xs" variant="default" onClick={() => setOpen('new')}>
          {words.addMeeting}
        </Button>
      )}
    </Section>
  )
}

type LineProps = { readonly event: Event; readonly meeting: Meeting; readonly changes: boolean; onChange(): void }

function Line({ event, meeting, changes, onChange }: LineProps): ReactNode {
  const words = useWords(eventWords)
  const { language } = useLanguage()
  const { id, version, day, from, until, title, room, link } = meeting
  const removing = useForm({
    save: (key) => call(removeMeeting, { params: { id: event.id, meetingId: id } }, { key, version }),
    touches: [['event', event.id], ['events'], ['plan']],
    saved: words.meetingRemoved,
    onDone: () => {},
  })
  const when = `${sayShortDay(day, language)}, ${from}–${until}`
  return (
    <>
      <ProblemNote error={removing.error} />
      <Group gap="xs">
        <span>
          <strong>{when}</strong>
          {title === '' ? null : ` ${title}`}
          {room === null ? null : `, ${room.name} (${room.organisation})`}
          {link === null ? null : (
            <>
              {', '}
              <Anchor underline="always" href={link} target="_blank" rel="noreferrer">
                {words.connect}
              </Anchor>
            </>
          )}
        </span>
        {changes ? (
          <>
            <Button size="compact-xs" variant="subtle" aria-label={words.changeOf(when)} onClick={onChange}>
              {words.change}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={words.takeOutOf(when)}
              loading={removing.busy}
              onClick={(e) => removing.submit(e)}
            >
              {words.takeOut}
            </Button>
          </>
        ) : null}
      </Group>
    </>
  )
}
