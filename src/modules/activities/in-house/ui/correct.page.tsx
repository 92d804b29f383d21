import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { EventLink } from '../../enrolment/ui/event.link.tsx'
import { type Event, getEvent } from '../../events/events.contract.ts'
import { correctInHouse } from '../in-house.contract.ts'
import { bodyOf, InHouseFields, type InHouseTyped } from './in-house.fields.tsx'
import { PeopleFields } from './people.fields.tsx'
import { type Somebody, useThere } from './staff.ts'
import { TOUCHED } from './touched.ts'
import { inHouseWords } from './words.ts'

/** Corrects what was noted of an in-house event, before the centre is asked, or once it sent it back. */
export function CorrectPage(): ReactNode {
  const words = useWords(inHouseWords)
  const id = Number(useParams({ from: '/in-house/$id/correction' }).id)
  const event = useQuery({ queryKey: ['event', id], queryFn: () => call(getEvent, { params: { id } }) })
  const there = useThere(id)
  return (
    <Page title={words.correcting} about={<EventLink event={id} />}>
      <ProblemNote error={event.error ?? there.error} onRetry={() => there.refetch()} />
      {event.data === undefined || there.data === undefined ? (
        event.isError || there.isError ? null : (
          <Skeleton height={300} />
        )
      ) : (
        <Correcting key={event.data.version} event={event.data} there={there.data} />
      )}
    </Page>
  )
}

type Props = { readonly event: Event; readonly there: readonly Somebody[] }

function Correcting({ event, there }: Props): ReactNode {
  const words = useWords(inHouseWords)
  const client = useQueryClient()
  const navigate = useNavigate()
  const { id, version } = event
  const draft = useDraft<InHouseTyped>(`in-house-${id}`, {
    ...{ title: event.title, formId: String(event.form.id), heldOn: event.heldOn, hours: event.hours ?? '' },
    ...{ topicId: event.topic === null ? '' : String(event.topic.id), about: event.about, people: there },
  })
  const typed = draft.value
  const close = (): void => {
    draft.clear()
    void navigate({ to: '/events/$id', params: { id: String(id) } })
  }
  const form = useForm({
    save: (key) => call(correctInHouse, { params: { id }, body: bodyOf(typed) }, { key, version }),
    touches: [...TOUCHED, ['roll', id], ['plan'], ['life']],
    saved: words.corrected,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={words.correcting}
      save={words.saveCorrect}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['event', id] })}
    >
      <InHouseFields
        typed={typed}
        had={event}
        isDayFixed={event.meetings.length > 0}
        onChange={draft.change}
        fault={form.fault}
      />
      <PeopleFields
        organisation={event.organiser.id}
        day={typed.heldOn}
        people={typed.people}
        error={form.fault('people')}
        onChange={(people) => draft.change({ people })}
      />
    </FormCard>
  )
}
