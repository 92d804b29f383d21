import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Form } from '../../../../../web/kit/form.tsx'
import { useWords } from '../../../../../web/language.tsx'
import type { PaperKind } from '../../../../documents/papers/kinds.contract.ts'
import {
  type Diploma,
  DiplomaFields,
  documentWords,
  SeriesField,
  type Signing,
  SigningFields,
  type useSeries,
} from '../../../../documents/ui/index.ts'
import { closingWords } from './words.ts'

export type Giving = Signing & Diploma & { readonly isGiven: boolean }

type Props = {
  readonly form: Form
  readonly paper: PaperKind
  readonly series: ReturnType<typeof useSeries>
  readonly giving: Giving
  onChange(part: Partial<Giving>): void
}

/** Which documents go with it, under which numbers, and signed by whom. */
export function DocumentsFields({ form, paper, series, giving, onChange }: Props): ReactNode {
  const words = useWords(closingWords)
  const { kinds } = useWords(documentWords)
  // What the contract refuses stands below `documents`; what the register refuses has its own name.
  const fault = (path: string): string | undefined => form.fault(path) ?? form.fault(`documents.${path}`)
  return (
    <>
      <Checkbox
        label={words.give(kinds[paper])}
        description={giving.isGiven ? words.giveDetail : words.noDocuments}
        checked={giving.isGiven}
        onChange={(e) => onChange({ isGiven: e.currentTarget.checked })}
      />
      {giving.isGiven ? (
        <div className="rost-filters">
          <SeriesField form={{ ...form, fault }} series={series} />
          <SigningFields form={{ ...form, fault }} signing={giving} onChange={onChange} />
          {paper === 'retraining' ? (
            <DiplomaFields diploma={giving} fault={fault('given')} onChange={onChange} />
          ) : null}
        </div>
      ) : null}
    </>
  )
}
