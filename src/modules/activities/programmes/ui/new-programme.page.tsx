import { Select, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { OrganisationSelect, ValueSelect } from '../../../registry/ui/index.ts'
import {
  draftProgramme,
  PROGRAMME_FORMS,
  PROGRAMME_KINDS,
  type Programme,
  requestProgramme,
} from '../programmes.contract.ts'
import { programmeWords } from './words.ts'

/** A school asks for a programme: what its pedagogues lack is all it has to say. */
export function AskForProgrammePage(): ReactNode {
  return <Beginning isAsked />
}

/** The centre begins one from what monitoring found. */
export function NewProgrammePage(): ReactNode {
  return <Beginning isAsked={false} />
}

function Beginning({ isAsked }: { readonly isAsked: boolean }): ReactNode {
  const words = useWords(programmeWords)
  const navigate = useNavigate()
  const own = useMe().grants.find(({ organisation }) => organisation !== null)?.organisation
  const draft = useDraft<Typed>(isAsked ? 'programme-request' : 'new-programme', {
    ...{ organisationId: String(own?.id ?? ''), title: '', kind: 'upskilling', form: 'blended', topicId: '' },
    ...{ reason: '', indicator: '' },
  })
  const typed = draft.value
  const form = useForm<Programme>({
    save: (key) => {
      const { title, kind, reason } = typed
      const body = {
        title,
        kind,
        form: typed.form,
        reason,
        topicId: typed.topicId === '' ? null : Number(typed.topicId),
      }
      return isAsked
        ? call(requestProgramme, { body: { ...body, organisationId: Number(typed.organisationId) } }, { key })
        : call(draftProgramme, { body: { ...body, indicator: typed.indicator.trim() || null } }, { key })
    },
    touches: [['programmes']],
    saved: isAsked ? words.sent : words.created,
    onDone: ({ id }) => {
      draft.clear()
      void navigate({ to: '/programmes/$id', params: { id: String(id) } })
    },
  })
  return (
    <Page title={isAsked ? words.asking : words.drafting} about={isAsked ? words.askingAbout : words.draftingAbout}>
      <FormCard
        form={form}
        label={isAsked ? words.asking : words.drafting}
        save={isAsked ? words.send : words.create}
        cancel={words.cancel}
        onCancel={() => {
          draft.clear()
          void navigate({ to: '/programmes' })
        }}
        restored={draft.restored}
        onStartAnew={() => draft.clear()}
      >
        <TextInput
          label={words.name}
          required
          className="rost-wide"
          maxLength={300}
          value={typed.title}
          error={form.fault('title')}
          onChange={(e) => draft.change({ title: e.currentTarget.value })}
        />
        {isAsked ? (
          <OrganisationSelect
            label={words.organisation}
            required
            value={typed.organisationId}
            error={form.fault('organisationId')}
            onChange={(organisationId) => draft.change({ organisationId })}
          />
        ) : null}
        <Select
          label={words.kind}
          required
          allowDeselect={false}
          data={PROGRAMME_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          value={typed.kind}
          error={form.fault('kind')}
          onChange={(kind) => draft.change({ kind: PROGRAMME_KINDS.find((one) => one === kind) ?? 'upskilling' })}
        />
        <Select
          label={words.form}
          required
          allowDeselect={false}
          data={PROGRAMME_FORMS.map((value) => ({ value, label: words.forms[value] }))}
          value={typed.form}
          error={form.fault('form')}
          onChange={(to) => draft.change({ form: PROGRAMME_FORMS.find((one) => one === to) ?? 'blended' })}
        />
        <ValueSelect
          label={words.topic}
          list="topic"
          had={null}
          value={typed.topicId}
          error={form.fault('topicId')}
          onChange={(topicId) => draft.change({ topicId })}
        />
        {isAsked ? null : (
          <TextInput
            label={words.indicator}
            description={words.indicatorHint}
            maxLength={40}
            value={typed.indicator}
            error={form.fault('indicator')}
            onChange={(e) => draft.change({ indicator: e.currentTarget.value })}
          />
        )}
        <Textarea
          label={isAsked ? words.reasonAsked : words.reasonFound}
          required
          className="rost-wide"
          autosize
          minRows={3}
          maxLength={2000}
          value={typed.reason}
          error={form.fault('reason')}
          onChange={(e) => draft.change({ reason: e.currentTarget.value })}
        />
      </FormCard>
    </Page>
  )
}

type Typed = {
  readonly organisationId: string
  readonly title: string
  readonly kind: Programme['kind']
  readonly form: Programme['form']
  readonly topicId: string
  readonly reason: string
  readonly indicator: string
}
