import { Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../../web/api.ts'
import { useDraft } from '../../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../../web/kit/form.tsx'
import { useWords } from '../../../../../web/language.tsx'
import { addFeature, changeFeature, type Feature } from '../features.contract.ts'
import { featureWords } from './words.ts'

type Props = {
  readonly organisation: number
  readonly kinds: readonly Feature['kind'][]
  readonly feature?: Feature
  onDone(): void
}

/** Says what an organisation introduced, or corrects it; what it is stays. */
export function FeatureForm({ organisation, kinds, feature, onDone }: Props): ReactNode {
  const words = useWords(featureWords)
  const client = useQueryClient()
  const draft = useDraft(`feature-${organisation}-${feature?.id ?? 'new'}`, {
    kindId: feature === undefined ? '' : String(feature.kind.id),
    from: feature?.from ?? '',
    until: feature?.until ?? '',
    document: feature?.document ?? '',
  })
  const typed = draft.value
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const body = { from: typed.from, until: typed.until === '' ? null : typed.until, document: typed.document }
  const form = useForm({
    save: (key) =>
      feature === undefined
        ? call(addFeature, { params: { id: organisation }, body: { ...body, kindId: Number(typed.kindId) } }, { key })
        : call(
            changeFeature,
            { params: { id: organisation, featureId: feature.id }, body },
            { key, version: feature.version },
          ),
    touches: [['features', organisation], ['indicators']],
    saved: words.saved,
    onDone: close,
  })
  const offered = feature === undefined ? kinds : [feature.kind]
  return (
    <FormCard
      form={form}
      label={feature === undefined ? words.add : words.changeOf(feature.kind.label)}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
      onShowNow={() => client.invalidateQueries({ queryKey: ['features', organisation] })}
    >
      <Select
        label={words.kind}
        description={words.kindHint}
        required
        searchable
        disabled={feature !== undefined}
        data={offered.map(({ id, label }) => ({ value: String(id), label }))}
        value={typed.kindId === '' ? null : typed.kindId}
        error={form.fault('kindId')}
        onChange={(kindId) => draft.change({ kindId: kindId ?? '' })}
      />
      <TextInput
        type="date"
        label={words.from}
        required
        value={typed.from}
        error={form.fault('from')}
        onChange={(e) => draft.change({ from: e.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.until}
        description={words.untilHint}
        value={typed.until}
        error={form.fault('until')}
        onChange={(e) => draft.change({ until: e.currentTarget.value })}
      />
      <TextInput
        label={words.document}
        description={words.documentHint}
        maxLength={300}
        value={typed.document}
        error={form.fault('document')}
        onChange={(e) => draft.change({ document: e.currentTarget.value })}
      />
    </FormCard>
  )
}
