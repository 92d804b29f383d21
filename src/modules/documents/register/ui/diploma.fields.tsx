import { Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import { DIPLOMA_GIVES } from '../../papers/kinds.contract.ts'
import { registerWords } from './words.ts'

export type Diploma = { readonly gives: (typeof DIPLOMA_GIVES)[number]; readonly given: string }

type Props = {
  readonly diploma: Diploma
  /** What is wrong with what it gives. */
  readonly fault: string | undefined
  onChange(part: Partial<Diploma>): void
}

/** What a diploma of retraining gives. */
export function DiplomaFields({ diploma: { gives, given }, fault, onChange }: Props): ReactNode {
  const words = useWords(registerWords)
  return (
    <>
      <Select
        label={words.gives}
        allowDeselect={false}
        data={DIPLOMA_GIVES.map((value) => ({ value, label: words.givesWhat[value] }))}
        value={gives}
        onChange={(value) => onChange({ gives: DIPLOMA_GIVES.find((one) => one === value) ?? gives })}
      />
      <TextInput
        required
        label={words.given[gives]}
        maxLength={300}
        value={given}
        error={fault}
        onChange={(event) => onChange({ given: event.currentTarget.value })}
      />
    </>
  )
}
