import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { typedOnly, useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { changeEvent, type Event } from '../events.contract.ts'
import { FurtherFields, LaterFields, MainFields } from './event.fields.tsx'
import { bodyOf, type EventTyped, typedOf } from './event.typed.ts'
import { eventWords } from './words.ts'

type Props = { readonly event: Event; onDone(): void }

/** Changes an event: all of one that is ahead, of one that was held what helps those who were not there. */
export function EventForm({ event, onDone }: Props): ReactNode {
  const words = useWords(eventWords)
  const client = useQueryClient()
  const draft = useDraft<EventTyped>(`event-${event.id}`, typedOf(event))
  const typed = draft.value
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: () =>
      call(
        changeEvent,
        { params: { id: event.id }, body: typedOnly(bodyOf(typed), draft.changes) },
        { version: event.version },
      ),
    touches: [['event', event.id], ['events'], ['plan']],
    saved: words.saved,
    onDone: close,
  })
  const fields = { typed, event, onChange: draft.change, fault: form.fault }
  return (
    <FormCard
      form={form}
      label={words.change}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['event', event.id] })}
    >
      {event.state === 'held' ? (
        <LaterFields {...fields} />
      ) : (
        <>
          <MainFields {...fields} />
          <FurtherFields {...fields} />
        </>
      )}
    </FormCard>
  )
}
