import { Select, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { today } from '../../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../../web/kit/form.tsx'
import { useWords } from '../../../../../web/language.tsx'
import type { Run } from '../../group/group.contract.ts'
import { addExamination, changeExamination, EXAMINATION_KINDS, type Examination } from '../examinations.contract.ts'
import { type Examiner, ExaminersFields } from './examiners.fields.tsx'
import { examinationWords } from './words.ts'

type Props = { readonly run: Run; readonly examination: Examination | null; onDone(): void }

export function ExaminationForm({ run, examination, onDone }: Props): ReactNode {
  const words = useWords(examinationWords)
  const [typed, setTyped] = useState({
    title: examination?.title ?? '',
    kind: examination?.kind ?? ('credit' as const),
    heldOn: examination?.heldOn ?? (run.event.heldOn > today() ? run.event.heldOn : today()),
    examiners: (examination?.examiners ?? []) as readonly Examiner[],
  })
  const change = (part: Partial<typeof typed>): void => setTyped((before) => ({ ...before, ...part }))
  const body = {
    ...typed,
    examiners: typed.examiners.map(({ personId, name, organisation }) => ({
      ...{ personId, outside: personId === null ? name : null, organisation },
    })),
  }
  const form = useForm({
    save: (key) =>
      examination === null
        ? call(addExamination, { params: { id: run.event.id }, body }, { key })
        : call(changeExamination, { params: { id: examination.id }, body }, { key, version: examination.version }),
    touches: [['examinations', run.event.id]],
    saved: words.saved,
    onDone,
  })
  const label = examination === null ? words.add : words.changeOf(examination.title)
  return (
    <FormCard form={form} label={label} save={words.save} cancel={words.cancel} onCancel={onDone}>
      <TextInput
        label={words.name}
        required
        autoFocus
        maxLength={300}
        value={typed.title}
        error={form.fault('title')}
        onChange={(e) => change({ title: e.currentTarget.value })}
      />
      <Select
        label={words.kind}
        allowDeselect={false}
        value={typed.kind}
        data={EXAMINATION_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(value) => change({ kind: EXAMINATION_KINDS.find((one) => one === value) ?? typed.kind })}
      />
      <TextInput
        type="date"
        label={words.heldOn}
        description={words.heldOnHint}
        required
        value={typed.heldOn}
        error={form.fault('heldOn')}
        onChange={(e) => change({ heldOn: e.currentTarget.value })}
      />
      <ExaminersFields
        examiners={typed.examiners}
        error={faultOf(form.fault, typed.examiners.length)}
        onChange={(examiners) => change({ examiners })}
      />
    </FormCard>
  )
}

/** Of the list, or of any that is in it. */
function faultOf(fault: (path: string) => string | undefined, count: number): string | undefined {
  const paths = Array.from({ length: count }, (_, at) => `examiners.${at}.personId`)
  return ['examiners', ...paths].map(fault).find((said) => said !== undefined)
}
