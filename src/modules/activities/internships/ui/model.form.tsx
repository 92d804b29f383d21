import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { addInternshipModel, changeInternshipModel, type InternshipModel } from '../catalogue.contract.ts'
import { internshipWords } from './words.ts'

type Props = { readonly model?: InternshipModel; onDone(): void }

/** Adds a model or changes one; internships that were arranged keep the tasks they have. */
export function ModelForm({ model, onDone }: Props): ReactNode {
  const words = useWords(internshipWords)
  const client = useQueryClient()
  const draft = useDraft(`internship-model-${model?.id ?? 'new'}`, {
    title: model?.title ?? '',
    about: model?.about ?? '',
    hours: (model?.hours ?? '') as number | string,
    tasks: (model?.tasks ?? []).join('\n'),
    virtual: model?.virtual ?? false,
    retired: model?.retired ?? false,
  })
  const typed = draft.value
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const { title, about, virtual, retired } = typed
  const tasks = typed.tasks
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const body = { title, about, virtual, tasks, hours: Number(typed.hours) }
  const form = useForm({
    save: (key) =>
      model === undefined
        ? call(addInternshipModel, { body }, { key })
        : call(
            changeInternshipModel,
            { params: { id: model.id }, body: { ...body, retired } },
            { key, version: model.version },
          ),
    touches: [['internships']],
    saved: words.saved,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={model === undefined ? words.addModel : words.changeOf(model.title)}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['internships'] })}
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
      <NumberInput
        label={words.hours}
        description={words.hoursHint}
        required
        min={0}
        value={typed.hours}
        error={form.fault('hours')}
        onChange={(hours) => draft.change({ hours })}
      />
      <Checkbox
        label={words.virtualLabel}
        mt="xs"
        checked={typed.virtual}
        onChange={(e) => draft.change({ virtual: e.currentTarget.checked })}
      />
      <Textarea
        label={words.about}
        className="rost-wide"
        autosize
        minRows={2}
        maxLength={4000}
        value={typed.about}
        error={form.fault('about')}
        onChange={(e) => draft.change({ about: e.currentTarget.value })}
      />
      <Textarea
        label={words.tasks}
        description={words.tasksHint}
        className="rost-wide"
        autosize
        minRows={3}
        value={typed.tasks}
        error={form.fault('tasks') ?? tasks.map((_, at) => form.fault(`tasks.${at}`)).find(Boolean)}
        onChange={(e) => draft.change({ tasks: e.currentTarget.value })}
      />
      {model === undefined ? null : (
        <Checkbox
          label={words.retired}
          checked={typed.retired}
          onChange={(e) => draft.change({ retired: e.currentTarget.checked })}
        />
      )}
    </FormCard>
  )
}
