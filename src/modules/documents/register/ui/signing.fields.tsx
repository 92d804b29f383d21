import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import type { Form } from '../../../../web/kit/form.tsx'
import { useWords } from '../../../../web/language.tsx'
import { CodeWarning } from '../../letterhead/ui/code.warning.tsx'
import { listSignatories } from '../../signatories/signatories.contract.ts'
import { registerWords } from './words.ts'

export type Signing = { readonly signatory: string | null; readonly issuedOn: string }

/** Who signs unless somebody else is chosen: the first who does today; only for who gives papers. */
export function useSignatories(gives = true): {
  readonly choices: { value: string; label: string }[]
  readonly first: string | null
} {
  const found = useQuery({
    queryKey: ['document-signatories'],
    queryFn: () => call(listSignatories, {}),
    enabled: gives,
  })
  const items = found.data?.items ?? []
  const choices = items.map(({ id, name, post }) => ({ value: String(id), label: `${name}, ${post}` }))
  return { choices, first: items[0]?.signs ? String(items[0].id) : null }
}

type Props = { readonly form: Form; readonly signing: Signing; onChange(part: Partial<Signing>): void }

/** When a paper is given and who signs it. */
export function SigningFields({ form, signing: { signatory, issuedOn }, onChange }: Props): ReactNode {
  const words = useWords(registerWords)
  const { choices, first } = useSignatories()
  return (
    <>
      <CodeWarning />
      <Select
        label={words.signatory}
        required
        allowDeselect={false}
        data={choices}
        value={signatory ?? first}
        error={form.fault('signatoryId')}
        onChange={(value) => onChange({ signatory: value })}
      />
      <TextInput
        type="date"
        required
        label={words.issuedOn}
        value={issuedOn}
        error={form.fault('issuedOn')}
        onChange={(event) => onChange({ issuedOn: event.currentTarget.value })}
      />
    </>
  )
}
