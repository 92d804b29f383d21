import { Select, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { OrganisationSelect } from '../../../registry/ui/index.ts'
import { useForms } from '../../events/ui/use-forms.ts'
import { type EventRequest, planRequestedEvent } from '../event-requests.contract.ts'
import { TOUCHED } from './touched.ts'
import { eventRequestWords } from './words.ts'

type Props = { readonly request: EventRequest; onDone(): void; onCancel(): void }

/** Answers a request by an event of its own, planned further on its card. */
export function PlanForm({ request, onDone, onCancel }: Props): ReactNode {
  const words = useWords(eventRequestWords)
  const forms = useForms(request.form ?? undefined)
  const isAhead = request.from !== null && request.from > today()
  const [heldOn, setHeldOn] = useState(isAhead ? (request.from ?? '') : '')
  const [organiserId, setOrganiser] = useState('')
  const [formId, setForm] = useState(request.form === null ? '' : String(request.form.id))
  const form = useForm({
    save: (key) => {
      const body = { heldOn, organiserId: Number(organiserId), formId: Number(formId) }
      return call(planRequestedEvent, { params: { id: request.id }, body }, { key, version: request.version })
    },
    touches: TOUCHED,
    saved: words.planned,
    onDone,
  })
  return (
    <FormCard form={form} label={words.plan} save={words.plan} cancel={words.cancel} onCancel={onCancel}>
      <Text size="sm" className="rost-wide">
        {words.planAbout}
      </Text>
      <TextInput
        type="date"
        label={words.day}
        required
        value={heldOn}
        error={form.fault('heldOn')}
        onChange={(event) => setHeldOn(event.currentTarget.value)}
      />
      <Select
        label={words.form}
        required
        searchable
        allowDeselect={false}
        data={forms}
        value={formId === '' ? null : formId}
        error={form.fault('formId')}
        onChange={(value) => setForm(value ?? '')}
      />
      <OrganisationSelect
        label={words.organiser}
        required
        value={organiserId}
        error={form.fault('organiserId')}
        onChange={setOrganiser}
      />
    </FormCard>
  )
}
