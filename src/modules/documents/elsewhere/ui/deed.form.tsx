import { Button, FileButton, Group, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { call, upload } from '../../../../web/api.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { isLearning } from '../deeds.kinds.contract.ts'
import { changeDeed, type MyDeed, putDeedScan, tellDeed } from '../elsewhere.contract.ts'
import { DeedFields } from './deed.fields.tsx'
import { soughtOf, startTyping, toldOf, typedOf } from './deed.typing.ts'
import { SameNote } from './same.note.tsx'
import { elsewhereWords } from './words.ts'

type Props = {
  /** Undefined: a new one. */
  readonly deed?: MyDeed | undefined
  onDone(): void
}

/** A short form beside the photo. What was kept and whose file was refused is changed by the next press, not told anew. */
export function DeedForm({ deed, onDone }: Props): ReactNode {
  const words = useWords(elsewhereWords)
  const [kept, setKept] = useState(deed)
  const [typed, setTyped] = useState(() => (deed === undefined ? startTyping('upskilling') : typedOf(deed)))
  const [isAnother, setAnother] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const hasScan = kept?.hasScan === true
  const needsScan = isLearning(typed.kind)
  const form = useForm({
    save: async (key) => {
      const body = { ...toldOf(typed), isAnother }
      const saved =
        kept === undefined
          ? await call(tellDeed, { body }, { key })
          : await call(changeDeed, { params: { id: kept.id }, body }, { key, version: kept.version })
      setKept(saved)
      if (file !== null) setKept(await upload(putDeedScan, [file], { params: { id: saved.id } }))
    },
    touches: [['my-deeds']],
    saved: needsScan && file === null && !hasScan ? words.kept : words.sent,
    onDone,
  })
  return (
    <FormCard form={form} label={words.tell} save={words.send} cancel={words.cancel} onCancel={onDone}>
      <DeedFields typed={typed} fault={form.fault} onChange={(part) => setTyped({ ...typed, ...part })} />
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
            {file?.name ?? (hasScan ? words.scanThere : needsScan ? words.scanNeeded : words.scanOptional)}
          </Text>
        </Group>
        {form.fault('file') === undefined ? null : (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {form.fault('file')}
          </Text>
        )}
      </section>
      <SameNote sought={soughtOf(typed)} except={kept?.id} isAnother={isAnother} onSay={setAnother} />
    </FormCard>
  )
}
