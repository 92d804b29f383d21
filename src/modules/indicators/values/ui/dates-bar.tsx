import { Group, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import { indicatorWords } from './words.ts'

type Dates = { readonly date?: string | undefined; readonly before?: string | undefined }
type Props = {
  readonly date: string | undefined
  readonly before: string | undefined
  onChange(dates: Dates): void
}

/** As of which day, and which day it is compared with; both stand in the address. */
export function DatesBar({ date, before, onChange }: Props): ReactNode {
  const words = useWords(indicatorWords)
  return (
    <Group align="end" gap="sm" className="rost-no-print">
      <TextInput
        type="date"
        label={words.date}
        value={date ?? ''}
        onChange={(event) => onChange({ date: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={words.compare}
        value={before ?? ''}
        onChange={(event) => onChange({ before: event.currentTarget.value || undefined })}
      />
    </Group>
  )
}
