import { Group, Select, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call, download } from '../../../../../web/api.ts'
import { sayShortDay, today } from '../../../../../web/formats.ts'
import { DownloadButton } from '../../../../../web/kit/download-button.tsx'
import { EmptyNote, Page } from '../../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import { EventLink } from '../../../enrolment/ui/event.link.tsx'
import { type Event, getEvent } from '../../../events/events.contract.ts'
import { ListSection } from '../../list/ui/list.section.tsx'
import { getRegistrationDocument, SHEET_FORMATS } from '../../sheet/sheet.contract.ts'
import { LeastShareForm } from './least-share.form.tsx'
import { MarkList } from './mark-list.tsx'
import { marksWords } from './words.ts'

/** Who is at a meeting, on the phone of who holds it. */
export function MarksPage(): ReactNode {
  const words = useWords(marksWords)
  const id = Number(useParams({ from: '/events/$id/marks' }).id)
  const event = useQuery({ queryKey: ['event', id], queryFn: () => call(getEvent, { params: { id } }) })
  return (
    <Page title={words.title} about={<EventLink event={id} />}>
      {event.data === undefined ? <ProblemNote error={event.error} onRetry={() => event.refetch()} /> : null}
      {event.isPending ? <Skeleton height={300} /> : null}
      {event.data === undefined ? null : event.data.can.includes('hold') ? (
        <Marking event={event.data} />
      ) : (
        <EmptyNote title={event.data.state === 'announced' ? words.noMeeting : words.over}>
          {event.data.state === 'announced' ? words.noMeetingDetail : undefined}
        </EmptyNote>
      )}
    </Page>
  )
}

function SheetButtons({ event, meeting }: { readonly event: number; readonly meeting: number }): ReactNode {
  const words = useWords(marksWords)
  return (
    <Group gap="xs">
      {SHEET_FORMATS.map((format) => (
        <DownloadButton
          key={format}
          get={() =>
            download(getRegistrationDocument, { params: { id: event, meetingId: meeting }, query: { format } })
          }
        >
          {words.sheet[format]}
        </DownloadButton>
      ))}
    </Group>
  )
}

function Marking({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(marksWords)
  const { language } = useLanguage()
  const { meeting: asked } = useSearch({ from: '/events/$id/marks' })
  const navigate = useNavigate({ from: '/events/$id/marks' })
  const begun = event.meetings.filter(({ day }) => day <= today())
  const meeting = begun.find(({ id }) => id === asked) ?? begun.at(-1)
  if (meeting === undefined) return <EmptyNote title={words.noMeeting}>{words.noMeetingDetail}</EmptyNote>
  return (
    <>
      <Select
        label={words.meeting}
        maw="28rem"
        allowDeselect={false}
        value={String(meeting.id)}
        data={begun.map(({ id, day, from, until, title }) => ({
          value: String(id),
          label: `${sayShortDay(day, language)}, ${from}–${until} ${title}`.trim(),
        }))}
        onChange={(chosen) => navigate({ search: { meeting: Number(chosen) }, replace: true })}
      />
      <SheetButtons event={event.id} meeting={meeting.id} />
      <MarkList key={meeting.id} event={event.id} meeting={meeting.id} />
      <ListSection key={`list-${meeting.id}`} event={event.id} meeting={meeting.id} />
      {event.meetings.length < 2 ? null : <LeastShareForm key={event.version} event={event} />}
    </>
  )
}
