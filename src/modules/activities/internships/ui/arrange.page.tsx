import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { PersonSelect } from '../../../registry/ui/index.ts'
import { listInternshipHosts, listInternshipModels } from '../catalogue.contract.ts'
import { arrangeInternship } from '../internships.contract.ts'
import { SupervisorFields } from './supervisor.fields.tsx'
import { internshipWords } from './words.ts'

const ALL = 200

/** Arranges an internship: who, what, where, when, and who guides it. */
export function ArrangePage(): ReactNode {
  const words = useWords(internshipWords)
  const navigate = useNavigate()
  const offered = { size: ALL, retired: 'no' } as const
  const models = useQuery({
    queryKey: ['internships', 'models', 'choice'],
    queryFn: () => call(listInternshipModels, { query: offered }),
  })
  const hosts = useQuery({
    queryKey: ['internships', 'hosts', 'choice'],
    queryFn: () => call(listInternshipHosts, { query: offered }),
  })
  const draft = useDraft('new-internship', {
    ...{ personId: '', modelId: '', hostId: '', startsOn: '', endsOn: '', supervisorId: '', supervisorGuest: '' },
  })
  const typed = draft.value
  const form = useForm({
    save: (key) =>
      call(
        arrangeInternship,
        {
          body: {
            ...{ personId: Number(typed.personId), modelId: Number(typed.modelId), hostId: Number(typed.hostId) },
            ...{ startsOn: typed.startsOn, endsOn: typed.endsOn },
            supervisorId: typed.supervisorId === '' ? null : Number(typed.supervisorId),
            supervisorGuest: typed.supervisorGuest.trim() === '' ? null : typed.supervisorGuest,
          },
        },
        { key },
      ),
    touches: [['internships']],
    saved: words.arranged,
    onDone: ({ id }) => {
      draft.clear()
      void navigate({ to: '/internships/$id', params: { id: String(id) } })
    },
  })
  return (
    <Page title={words.arranging} about={words.arrangingAbout}>
      <FormCard
        form={form}
        label={words.arranging}
        save={words.arrange}
        cancel={words.cancel}
        onCancel={() => {
          draft.clear()
          void navigate({ to: '/internships' })
        }}
        restored={draft.restored}
        onStartAnew={() => draft.clear()}
      >
        <PersonSelect
          label={words.person}
          description={words.personHint}
          value={typed.personId}
          error={form.fault('personId')}
          onChange={(personId) => draft.change({ personId })}
        />
        <Select
          label={words.model}
          required
          searchable
          data={(models.data?.items ?? []).map(({ id, title, hours }) => ({
            value: String(id),
            label: `${title}, ${words.inHours(hours)}`,
          }))}
          value={typed.modelId === '' ? null : typed.modelId}
          error={form.fault('modelId')}
          onChange={(modelId) => draft.change({ modelId: modelId ?? '' })}
        />
        <Select
          label={words.host}
          required
          searchable
          data={(hosts.data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          value={typed.hostId === '' ? null : typed.hostId}
          error={form.fault('hostId')}
          onChange={(hostId) => draft.change({ hostId: hostId ?? '' })}
        />
        {(['startsOn', 'endsOn'] as const).map((field) => (
          <TextInput
            key={field}
            type="date"
            label={words[field]}
            required
            value={typed[field]}
            error={form.fault(field)}
            onChange={(e) => draft.change({ [field]: e.currentTarget.value })}
          />
        ))}
        <SupervisorFields typed={typed} fault={form.fault} onChange={draft.change} />
      </FormCard>
    </Page>
  )
}
