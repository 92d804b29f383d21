import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { OrganisationSelect } from '../../../registry/ui/index.ts'
import { askForEvent } from '../event-requests.contract.ts'
import { bodyOf, NOTHING_TYPED, RequestFields, type RequestTyped } from './request.fields.tsx'
import { TOUCHED } from './touched.ts'
import { eventRequestWords } from './words.ts'

type Typed = RequestTyped & { readonly organisationId: string }

export function AskPage(): ReactNode {
  const words = useWords(eventRequestWords)
  const navigate = useNavigate()
  const own = useMe().grants.flatMap(({ organisation }) => (organisation === null ? [] : [organisation.id]))
  const isOfOne = new Set(own).size === 1
  const draft = useDraft<Typed>('event-request', {
    ...NOTHING_TYPED,
    organisationId: isOfOne ? String(own[0]) : '',
  })
  const typed = draft.value
  const form = useForm({
    save: (key) =>
      call(askForEvent, { body: { ...bodyOf(typed), organisationId: Number(typed.organisationId) } }, { key }),
    touches: TOUCHED,
    saved: words.saved,
    onDone: ({ id }) => {
      draft.clear()
      void navigate({ to: '/event-requests/$id', params: { id: String(id) } })
    },
  })
  return (
    <Page
      title={words.asking}
      about={words.askingAbout}
      actions={<TextLink to="/event-requests">{words.back}</TextLink>}
    >
      <FormCard
        form={form}
        label={words.asking}
        save={words.save}
        cancel={words.cancel}
        onCancel={() => {
          draft.clear()
          void navigate({ to: '/event-requests' })
        }}
        restored={draft.restored}
        onStartAnew={() => draft.clear()}
      >
        {isOfOne ? null : (
          <OrganisationSelect
            label={words.organisation}
            required
            value={typed.organisationId}
            error={form.fault('organisationId')}
            onChange={(organisationId) => draft.change({ organisationId })}
          />
        )}
        <RequestFields typed={typed} onChange={draft.change} fault={form.fault} />
      </FormCard>
    </Page>
  )
}
