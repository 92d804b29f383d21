import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { typedOnly, useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { type Account, changeAccount } from '../accounts.contract.ts'
import { accountWords } from './words.ts'

/** Corrects name and address of an account. */
export function AccountForm({ account, onDone }: { account: Account; onDone: () => void }): ReactNode {
  const words = useWords(accountWords)
  const client = useQueryClient()
  const draft = useDraft(`account-${account.id}`, { name: account.name, email: account.email ?? '' })
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: () =>
      call(
        changeAccount,
        { params: { id: account.id }, body: typedOnly(draft.value, draft.changes) },
        { version: account.version },
      ),
    touches: [['account', String(account.id)], ['accounts']],
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
      onShowNow={() => client.invalidateQueries({ queryKey: ['account', String(account.id)] })}
    >
      <TextInput
        label={words.name}
        required
        maxLength={200}
        value={draft.value.name}
        error={form.fault('name')}
        onChange={(e) => draft.change({ name: e.currentTarget.value })}
      />
      <TextInput
        label={words.email}
        maxLength={254}
        value={draft.value.email}
        error={form.fault('email')}
        onChange={(e) => draft.change({ email: e.currentTarget.value })}
      />
    </FormCard>
  )
}
