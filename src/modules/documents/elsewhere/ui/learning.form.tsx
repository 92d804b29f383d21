import { Button, FileButton, Group, Select, Text, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call, upload } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import {
  changeLearning,
  LEARNING_FORMS,
  LEARNING_KINDS,
  type MyLearning,
  putLearningFile,
  tellLearning,
} from '../elsewhere.contract.ts'
import { SameNote } from './same.note.tsx'
import { elsewhereWords } from './words.ts'

type Props = {
  /** Undefined: a new one. */
  readonly learning?: MyLearning | undefined
  onDone(): void
}

const NOTHING = { kind: 'upskilling', form: 'distance', programme: '', provider: '', number: '' } as const

/** A short form beside the photo. What was kept and whose file was refused is changed by the next press, not told anew. */
export function LearningForm({ learning, onDone }: Props): ReactNode {
  const words = useWords(elsewhereWords)
  const [kept, setKept] = useState(learning)
  const [typed, setTyped] = useState(() => {
    const { kind, form, programme, provider, number } = learning ?? NOTHING
    const days = { startsOn: learning?.startsOn ?? '', endsOn: learning?.endsOn ?? '' }
    return {
      kind,
      form,
      programme,
      provider,
      number,
      ...days,
      hours: learning === undefined ? '' : String(learning.hours),
    }
  })
  const [isAnother, setAnother] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const change = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part })
  const { hours, ...same } = typed
  const hasScan = kept?.can.includes('take') === true
  const form = useForm({
    save: async (key) => {
      const body = { ...same, hours: Number(hours.replace(',', '.')), isAnother }
      const saved =
        kept === undefined
          ? await call(tellLearning, { body }, { key })
          : await call(changeLearning, { params: { id: kept.id }, body }, { key, version: kept.version })
      setKept(saved)
      if (file !== null) setKept(await upload(putLearningFile, [file], { params: { id: saved.id } }))
    },
    touches: [['my-learning']],
    saved: file !== null || hasScan ? words.sent : words.kept,
    onDone,
  })
  const text = (field: 'programme' | 'provider' | 'number' | 'hours', most: number) => ({
    required: true,
    label: words[field],
    maxLength: most,
    value: typed[field],
    error: form.fault(field),
    onChange: (event: { currentTarget: HTMLInputElement }) => change({ [field]: event.currentTarget.value }),
  })
  const day = (field: 'startsOn' | 'endsOn') => ({
    type: 'date',
    required: true,
    label: words[field],
    max: today(),
    value: typed[field],
    error: form.fault(field),
    onChange: (event: { currentTarget: HTMLInputElement }) => change({ [field]: event.currentTarget.value }),
  })
  return (
    <FormCard form={form} label={words.tell} save={words.send} cancel={words.cancel} onCancel={onDone}>
      <section aria-label={words.scan} className="rost-wide">
        <Text fw={500} size="sm">
          {words.scan}
        </Text>
        <Text size="xs" c="dimmed" mb="xs">
          {words.scanHint}
        </Text>
        <Group gap="sm">
          <FileButton accept="image/jpeg,image/png,image/webp,application/pdf" onChange={setFile}>
            {(props) => (
              <Button {...props} size="xs" variant="default">
                {words.choose}
              </Button>
            )}
          </FileButton>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {file?.name ?? (hasScan ? words.scanThere : words.scanNeeded)}
          </Text>
        </Group>
        {form.fault('file') === undefined ? null : (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {form.fault('file')}
          </Text>
        )}
      </section>
      <Select
        label={words.kind}
        allowDeselect={false}
        data={LEARNING_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={typed.kind}
        onChange={(value) => change({ kind: LEARNING_KINDS.find((one) => one === value) ?? typed.kind })}
      />
      <Select
        label={words.form}
        allowDeselect={false}
        data={LEARNING_FORMS.map((value) => ({ value, label: words.forms[value] }))}
        value={typed.form}
        onChange={(value) => change({ form: LEARNING_FORMS.find((one) => one === value) ?? typed.form })}
      />
      <TextInput className="rost-wide" {...text('programme', 500)} />
      <TextInput className="rost-wide" {...text('provider', 300)} />
      <TextInput {...day('startsOn')} />
      <TextInput {...day('endsOn')} />
      <TextInput inputMode="decimal" {...text('hours', 6)} />
      <TextInput {...text('number', 100)} />
      <SameNote sought={soughtOf(typed)} except={kept?.id} isAnother={isAnother} onSay={setAnother} />
    </FormCard>
  )
}

const soughtOf = <T extends { programme: string; provider: string; startsOn: string; endsOn: string; number: string }>({
  programme,
  provider,
  startsOn,
  endsOn,
  number,
}: T) => ({ programme, provider, startsOn, endsOn, number })
