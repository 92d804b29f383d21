import { TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { createAccount } from '../accounts.contract.ts'
import { GrantFields, type GrantTyped, grantOf, NEW_GRANT } from './grant.fields.tsx'
import { accountWords } from './words.ts'

type Typed = GrantTyped & { readonly email: string; readonly name: string }

/** Adds an account for somebody who has an address of mail. */
export function NewAccountForm({ onDone }: { onDone: () => void }): ReactNode {
  const words = useWords(accountWords)
  const navigate = useNavigate()
  const draft = useDraft<Typed>('new-account', { email: '', name: '', ...NEW_GRANT })
  const { email, name } = draft.value
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: (key) => call(createAccount, { body: { email, name, grants: [grantOf(draft.value)] } }, { key }),
    touches: [['accounts']],
    saved: words.added,
    onDone: ({ id }) => {
      close()
      void navigate({ to: '/accounts/$id', params: { id: String(id) } })
    },
  })
  return (
    <FormCard
      form={form}
      label={words.add}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
    >
      <TextInput
        label={words.email}
        required
        maxLength={254}
        value={email}
        error={form.fault('email')}
        onChange={(e) => draft.change({ email: e.currentTarget.value })}
      />
      <TextInput
        label={words.name}
        required
        maxLength={200}
        value={name}
        error={form.fault('name')}
        onChange={(e) => draft.change({ name: e.currentTarget.value })}
      />
      <GrantFields typed={draft.value} path="grants.0." onChange={draft.change} fault={form.fault} />
    </FormCard>
  )
}
