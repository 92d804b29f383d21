import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import type { Comparison } from '../../loads/loads.contract.ts'
import { comparisonWords } from './words.ts'

type Props = {
  readonly comparison: Comparison
  readonly value: string | undefined
  onChange(file: string | undefined): void
}

/** One of the files of a load, where there are several. */
export function FileSelect({ comparison, value, onChange }: Props): ReactNode {
  const words = useWords(comparisonWords)
  const files = [...new Set(comparison.files.map(({ file }) => file))]
  if (files.length < 2) return null
  return (
    <Select
      label={words.file}
      placeholder={words.any}
      clearable
      searchable
      data={files}
      value={value ?? null}
      onChange={(file) => onChange(file ?? undefined)}
    />
  )
}
