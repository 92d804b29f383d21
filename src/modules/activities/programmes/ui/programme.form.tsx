import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { typedOnly, useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { ValueSelect } from '../../../registry/ui/index.ts'
import { changeProgramme, PROGRAMME_FORMS, PROGRAMME_KINDS, type Programme } from '../programmes.contract.ts'
import { ModulesFields } from './modules.fields.tsx'
import { bodyOf, type ProgrammeTyped, typedOf } from './programme.typed.ts'
import { ProvidersFields } from './providers.fields.tsx'
import { programmeWords } from './words.ts'

const TEXTS = ['audience', 'competences', 'results'] as const

type Props = { readonly programme: Programme; onDone(): void }

/** Changes a draft: what it teaches, of what modules, and who carries it out. */
export function ProgrammeForm({ programme, onDone }: Props): ReactNode {
  const words = useWords(programmeWords)
  const client = useQueryClient()
  const draft = useDraft<ProgrammeTyped>(`programme-${programme.id}`, typedOf(programme))
  const typed = draft.value
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: () =>
      call(
        changeProgramme,
        { params: { id: programme.id }, body: typedOnly(bodyOf(typed), draft.changes) },
        { version: programme.version },
      ),
    touches: [['programme', programme.id], ['programmes']],
    saved: words.saved,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={words.change}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['programme', programme.id] })}
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
      <Select
        label={words.kind}
        required
        allowDeselect={false}
        data={PROGRAMME_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={typed.kind}
        error={form.fault('kind')}
        onChange={(kind) => draft.change({ kind: PROGRAMME_KINDS.find((one) => one === kind) ?? typed.kind })}
      />
      <Select
        label={words.form}
        required
        allowDeselect={false}
        data={PROGRAMME_FORMS.map((value) => ({ value, label: words.forms[value] }))}
        value={typed.form}
        error={form.fault('form')}
        onChange={(to) => draft.change({ form: PROGRAMME_FORMS.find((one) => one === to) ?? typed.form })}
      />
      <NumberInput
        label={words.hours}
        description={words.hoursHint}
        min={0}
        value={typed.hours}
        error={form.fault('hours')}
        onChange={(hours) => draft.change({ hours })}
      />
      <ValueSelect
        label={words.topic}
        list="topic"
        had={programme.topic}
        value={typed.topicId}
        error={form.fault('topicId')}
        onChange={(topicId) => draft.change({ topicId })}
      />
      <Textarea
        label={words.about}
        className="rost-wide"
        autosize
        minRows={3}
        maxLength={4000}
        value={typed.about}
        error={form.fault('about')}
        onChange={(e) => draft.change({ about: e.currentTarget.value })}
      />
      {TEXTS.map((field) => (
        <Textarea
          key={field}
          label={words[field]}
          className="rost-wide"
          autosize
          minRows={2}
          maxLength={field === 'audience' ? 2000 : 4000}
          value={typed[field]}
          error={form.fault(field)}
          onChange={(e) => draft.change({ [field]: e.currentTarget.value })}
        />
      ))}
      <Textarea
        label={words.reason}
        className="rost-wide"
        autosize
        minRows={2}
        maxLength={2000}
        value={typed.reason}
        error={form.fault('reason')}
        onChange={(e) => draft.change({ reason: e.currentTarget.value })}
      />
      <TextInput
        label={words.indicator}
        description={words.indicatorHint}
        maxLength={40}
        value={typed.indicator}
        error={form.fault('indicator')}
        onChange={(e) => draft.change({ indicator: e.currentTarget.value })}
      />
      <Checkbox
        label={words.selfStudyLabel}
        mt="xs"
        checked={typed.selfStudy}
        onChange={(e) => draft.change({ selfStudy: e.currentTarget.checked })}
      />
      <ModulesFields typed={typed} fault={form.fault} onChange={draft.change} />
      <ProvidersFields typed={typed} fault={form.fault} onChange={draft.change} />
    </FormCard>
  )
}
