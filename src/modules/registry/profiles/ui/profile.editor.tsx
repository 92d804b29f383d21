import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import {
  changeProfile,
  createProfile,
  type Profile,
  type ProfileSettings,
  removeProfile,
} from '../profiles.contract.ts'
import { LookSection } from './look.section.tsx'
import { Remembered } from './remembered.tsx'
import { NO_SETTINGS } from './settings.ts'
import { profileWords } from './words.ts'

type Typed = { readonly name: string; readonly settings: ProfileSettings }

const LISTS = [['load-profiles']] as const

/** One profile: tried on a file, corrected where it is wrong, saved under its name. */
export function ProfileEditor({ profile }: { profile: Profile | undefined }): ReactNode {
  const words = useWords(profileWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const now: Typed = { name: profile?.name ?? '', settings: profile?.settings ?? NO_SETTINGS }
  const draft = useDraft<Typed>(`load-profile-${profile?.id ?? 'new'}`, now)
  const { name, settings } = draft.value
  const id = profile?.id ?? null
  const form = useForm({
    save: (key) =>
      id === null
        ? call(createProfile, { body: { name, settings } }, { key })
        : call(changeProfile, { params: { id }, body: { name, settings } }, { version: profile?.version ?? 0 }),
    touches: LISTS,
    saved: words.saved,
    onDone: (saved) => {
      draft.clear()
      if (saved.id !== null) void navigate({ to: '/loads/profiles', search: { profile: saved.id } })
    },
  })
  const close = (): void => {
    draft.clear()
    void navigate({ to: '/loads/profiles', search: {} })
  }
  const change = (next: ProfileSettings): void => draft.change({ settings: next })
  const isSaved = JSON.stringify(draft.value) === JSON.stringify(now)
  return (
    <>
      <LookSection saved={profile?.name ?? 'usual'} isSaved={isSaved} settings={settings} onChange={change} />
      <Remembered settings={settings} onChange={change} />
      <FormCard
        form={form}
        label={words.settings}
        save={words.save}
        cancel={words.cancel}
        onCancel={close}
        restored={draft.restored}
        onStartAnew={() => draft.clear()}
        onShowNow={() => {
          draft.clear()
          void client.invalidateQueries({ queryKey: ['load-profiles'] })
        }}
      >
        <TextInput
          label={words.name}
          description={words.nameHint}
          required
          maxLength={100}
          value={name}
          error={form.fault('name')}
          onChange={(event) => draft.change({ name: event.currentTarget.value })}
        />
        <Choice
          label={words.scores}
          words={words.scoreKinds}
          values={['points', 'percent', 'share'] as const}
          value={settings.scores}
          onChange={(scores) => change({ ...settings, scores })}
        />
        <Choice
          label={words.hidden}
          words={words.hiddenKinds}
          values={['load', 'skip'] as const}
          value={settings.hidden}
          onChange={(hidden) => change({ ...settings, hidden })}
        />
      </FormCard>
      {profile === undefined || id === null ? null : <Removal id={id} version={profile.version} onDone={close} />}
    </>
  )
}

const ASK = 'ask'

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly words: Readonly<Record<T | typeof ASK, string>>
  readonly values: readonly T[]
  readonly value: T | null
  onChange(value: T | null): void
}

/** An answer given once, or a question each time. */
function Choice<T extends string>({ label, words, values, value, onChange }: ChoiceProps<T>): ReactNode {
  const all: readonly (T | typeof ASK)[] = [ASK, ...values]
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={all.map((one) => ({ value: one, label: words[one] }))}
      value={value ?? ASK}
      onChange={(chosen) => onChange(values.find((one) => one === chosen) ?? null)}
    />
  )
}

function Removal({ id, version, onDone }: { id: number; version: number; onDone: () => void }): ReactNode {
  const words = useWords(profileWords)
  const client = useQueryClient()
  const notice = useNotice()
  const removing = useMutation({
    mutationFn: () => call(removeProfile, { params: { id } }, { version }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['load-profiles'] })
      notice(words.removed)
      onDone()
    },
  })
  return (
    <div>
      <ProblemNote error={removing.error} />
      <Button variant="subtle" color="red" size="xs" loading={removing.isPending} onClick={() => removing.mutate()}>
        {words.remove}
      </Button>
    </div>
  )
}
