import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { OrganisationSelect } from '../../../registry/ui/index.ts'
import { addInternshipHost, changeInternshipHost, type InternshipHost } from '../catalogue.contract.ts'
import { internshipWords } from './words.ts'

type Props = { readonly host?: InternshipHost; onDone(): void }

/** Says that an organisation takes people, or changes what it has; whose place it is stays. */
export function HostForm({ host, onDone }: Props): ReactNode {
  const words = useWords(internshipWords)
  const client = useQueryClient()
  const own = useMe().grants.find(({ organisation }) => organisation !== null)?.organisation
  const isOfDistrict = useMe().grants.some(({ organisation }) => organisation === null)
  const draft = useDraft(`internship-host-${host?.id ?? 'new'}`, {
    ...{ organisationId: String(own?.id ?? ''), outside: '' },
    places: (host?.places ?? 1) as number | string,
    equipment: host?.equipment ?? '',
    contact: host?.contact ?? '',
    retired: host?.retired ?? false,
  })
  const typed = draft.value
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const body = { places: Number(typed.places), equipment: typed.equipment, contact: typed.contact }
  const form = useForm({
    save: (key) =>
      host === undefined
        ? call(
            addInternshipHost,
            {
              body: {
                ...body,
                organisationId: typed.organisationId === '' ? null : Number(typed.organisationId),
                outside: typed.outside.trim() === '' ? null : typed.outside,
              },
            },
            { key },
          )
        : call(
            changeInternshipHost,
            { params: { id: host.id }, body: { ...body, retired: typed.retired } },
            { key, version: host.version },
          ),
    touches: [['internships']],
    saved: words.saved,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={host === undefined ? words.addHost : words.changeOf(host.name)}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['internships'] })}
    >
      {host === undefined ? (
        <OrganisationSelect
          label={words.organisation}
          value={typed.organisationId}
          error={form.fault('organisationId')}
          onChange={(organisationId) => draft.change({ organisationId, ...(organisationId !== '' && { outside: '' }) })}
        />
      ) : null}
      {host === undefined && isOfDistrict ? (
        <TextInput
          label={words.outside}
          maxLength={300}
          value={typed.outside}
          error={form.fault('outside')}
          onChange={(e) => draft.change({ organisationId: '', outside: e.currentTarget.value })}
        />
      ) : null}
      <NumberInput
        label={words.places}
        required
        min={1}
        allowDecimal={false}
        value={typed.places}
        error={form.fault('places')}
        onChange={(places) => draft.change({ places })}
      />
      <TextInput
        label={words.equipment}
        maxLength={1000}
        value={typed.equipment}
        error={form.fault('equipment')}
        onChange={(e) => draft.change({ equipment: e.currentTarget.value })}
      />
      <TextInput
        label={words.contact}
        maxLength={300}
        value={typed.contact}
        error={form.fault('contact')}
        onChange={(e) => draft.change({ contact: e.currentTarget.value })}
      />
      {host === undefined ? null : (
        <Checkbox
          label={words.retired}
          checked={typed.retired}
          onChange={(e) => draft.change({ retired: e.currentTarget.checked })}
        />
      )}
    </FormCard>
  )
}
