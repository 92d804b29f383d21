import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import { CAUSES, EDUCATIONS, type FilledFact, FUNDINGS, STUDY_FORMS } from '../facts.contract.ts'
import { federalWords } from './words.ts'

const CHOICES: Readonly<Partial<Record<FilledFact, readonly string[]>>> = {
  education: EDUCATIONS,
  studyForm: STUDY_FORMS,
  funding: FUNDINGS,
  cause: CAUSES,
}

const LONGEST = 200

type Props = {
  readonly fact: FilledFact
  readonly value: string | null
  readonly error?: string | undefined
  /** Of a table: who it is about stands in the name of the field and nothing above it. */
  readonly of?: string
  onChange(value: string | null): void
}

/** A fact the register asks for: one of a few, or a text. */
export function FactField({ fact, value, error, of, onChange }: Props): ReactNode {
  const words = useWords(federalWords)
  const label = words.facts[fact]
  const named = of === undefined ? { label } : { 'aria-label': `${label}: ${of}`, size: 'xs' as const }
  const choices = CHOICES[fact]
  const change = (event: { currentTarget: { value: string } }): void => onChange(event.currentTarget.value || null)
  if (choices === undefined)
    return <TextInput {...named} error={error} maxLength={LONGEST} value={value ?? ''} onChange={change} />
  return (
    <NativeSelect
      {...named}
      error={error}
      value={value ?? ''}
      onChange={change}
      data={[
        { value: '', label: words.unknown },
        ...choices.map((code) => ({ value: code, label: words.values[code] ?? code })),
      ]}
    />
  )
}
