import { Checkbox, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useMe } from '../../../../web/me.tsx'
import { OrganisationSelect } from '../../../registry/ui/index.ts'
import { recordInHouse } from '../in-house.contract.ts'
import { bodyOf, InHouseFields, type InHouseTyped } from './in-house.fields.tsx'
import { PeopleFields } from './people.fields.tsx'
import { TOUCHED } from './touched.ts'
import { inHouseWords } from './words.ts'

type Typed = InHouseTyped & { readonly organiserId: string; readonly evidence: string; readonly ask: boolean }

const NOTHING = { title: '', formId: '', hours: '', topicId: '', about: '', people: [], evidence: '', ask: true }

/** Notes what was held, after the fact, on one page. */
export function RecordPage(): ReactNode {
  const words = useWords(inHouseWords)
  const navigate = useNavigate()
  const own = useMe().grants.flatMap(({ organisation }) => (organisation === null ? [] : [organisation.id]))
  const isOfOne = new Set(own).size === 1
  const draft = useDraft<Typed>('in-house', {
    ...{ ...NOTHING, heldOn: today(), organiserId: isOfOne ? String(own[0]) : '' },
  })
  const typed = draft.value
  const form = useForm({
    save: (key) => {
      const { organiserId, evidence, ask } = typed
      const rest = { evidence: evidence.trim() === '' ? null : evidence.trim(), ask }
      return call(recordInHouse, { body: { ...bodyOf(typed), ...rest, organiserId: Number(organiserId) } }, { key })
    },
    touches: [...TOUCHED, ['plan'], ['life']],
    saved: words.saved,
    onDone: ({ id }) => {
      draft.clear()
      void navigate({ to: '/events/$id', params: { id: String(id) } })
    },
  })
  return (
    <Page
      title={words.recording}
      about={words.recordingAbout}
      actions={<TextLink to="/in-house">{words.back}</TextLink>}
    >
      <FormCard
        form={form}
        label={words.recording}
        save={typed.ask ? words.saveAsk : words.save}
        cancel={words.cancel}
        onCancel={() => {
          draft.clear()
          void navigate({ to: '/in-house' })
        }}
        restored={draft.restored}
        onStartAnew={() => draft.clear()}
      >
        {isOfOne ? null : (
          <OrganisationSelect
            label={words.organisation}
            required
            value={typed.organiserId}
            error={form.fault('organiserId')}
            onChange={(organiserId) => draft.change({ organiserId, people: [] })}
          />
        )}
        <InHouseFields typed={typed} onChange={draft.change} fault={form.fault} />
        <TextInput
          label={words.link}
          description={words.linkHint}
          className="rost-wide"
          type="url"
          maxLength={1000}
          value={typed.evidence}
          error={form.fault('evidence')}
          onChange={(event) => draft.change({ evidence: event.currentTarget.value })}
        />
        <PeopleFields
          organisation={typed.organiserId === '' ? undefined : Number(typed.organiserId)}
          day={typed.heldOn}
          people={typed.people}
          error={form.fault('people')}
          onChange={(people) => draft.change({ people })}
        />
        <Checkbox
          className="rost-wide"
          label={words.askAtOnce}
          checked={typed.ask}
          onChange={(event) => draft.change({ ask: event.currentTarget.checked })}
        />
      </FormCard>
    </Page>
  )
}
