import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { PlanningHints } from '../../planner/ui/planning-hints.tsx'
import { RoomSelect } from '../../rooms/ui/room.select.tsx'
import { getEvent, planEvent } from '../events.contract.ts'
import { FurtherFields, MainFields } from './event.fields.tsx'
import { bodyOf, NO_EVENT } from './event.typed.ts'
import { eventWords } from './words.ts'

/** Plans an event with its first meeting: most have no other. */
export function NewEventPage(): ReactNode {
  const words = useWords(eventWords)
  const navigate = useNavigate()
  const { partOf, programme } = useSearch({ from: '/events/new' })
  const whole = useQuery({
    queryKey: ['event', partOf],
    queryFn: () => call(getEvent, { params: { id: partOf ?? 0 } }),
    enabled: partOf !== undefined,
  })
  const { grants } = useMe()
  const own = grants.find(({ organisation }) => organisation !== null)?.organisation
  const isSchool = own !== undefined && grants.every(({ organisation }) => organisation !== null)
  const draft = useDraft(programme === undefined ? 'new-event' : `new-event-of-${programme}`, {
    ...NO_EVENT,
    ...(isSchool && { organiserId: String(own?.id ?? ''), level: 'organisation' as const }),
    ...{ from: '15:00', until: '16:30', roomId: '', programmeId: programme === undefined ? '' : String(programme) },
  })
  const typed = draft.value
  const meeting = { day: typed.heldOn, from: typed.from, until: typed.until }
  const form = useForm({
    save: (key) =>
      call(
        planEvent,
        {
          body: {
            ...bodyOf(typed),
            partOf: partOf ?? null,
            meetings:
              typed.from === '' ? [] : [{ ...meeting, roomId: typed.roomId === '' ? null : Number(typed.roomId) }],
          },
        },
        { key },
      ),
    touches: [['events'], ['plan'], ['event', partOf]],
    saved: words.saved,
    onDone: ({ id }) => {
      draft.clear()
      void navigate({ to: '/events/$id', params: { id: String(id) } })
    },
  })
  const time = (field: 'from' | 'until'): ReactNode => (
    <TextInput
      type="time"
      label={words[field]}
      value={typed[field]}
      error={form.fault(`meetings.0.${field}`)}
      onChange={(e) => draft.change({ [field]: e.currentTarget.value })}
    />
  )
  return (
    <Page
      title={words.planning}
      about={whole.data === undefined ? words.planningAbout : words.partOf(whole.data.title)}
    >
      <FormCard
        form={form}
        label={words.planning}
        save={words.saveDraft}
        cancel={words.cancel}
        onCancel={() => {
          draft.clear()
          void navigate({ to: '/events' })
        }}
        restored={draft.restored}
        onStartAnew={() => draft.clear()}
      >
        <MainFields typed={typed} onChange={draft.change} fault={form.fault}>
          {time('from')}
          {time('until')}
          {typed.format === 'online' ? null : (
            <RoomSelect
              label={words.room}
              value={typed.roomId}
              error={form.fault('meetings.0.roomId')}
              onChange={(roomId) => draft.change({ roomId })}
            />
          )}
        </MainFields>
        <PlanningHints
          {...{ ...meeting, organiserId: typed.organiserId, level: typed.level, audienceId: typed.audienceId }}
          roomId={typed.format === 'online' ? '' : typed.roomId}
          seats={typed.seats}
        />
        <details className="rost-wide" open={programme !== undefined}>
          <summary>{words.more}</summary>
          <div className="rost-filters">
            <FurtherFields typed={typed} onChange={draft.change} fault={form.fault} />
          </div>
        </details>
      </FormCard>
    </Page>
  )
}
