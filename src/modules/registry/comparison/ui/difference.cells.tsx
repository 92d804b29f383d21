import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { TextLink } from '../../../../web/kit/links.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { Difference } from '../comparison.contract.ts'
import { comparisonWords } from './words.ts'

/** Whom or what a difference is of, and the file that says so. */
export function DifferenceRecord({ difference: { label, personId, file } }: { difference: Difference }): ReactNode {
  return (
    <>
      {personId === null ? (
        label
      ) : (
        <TextLink to="/people/$id" params={{ id: String(personId) }}>
          {label}
        </TextLink>
      )}
      <Text size="xs" c="dimmed">
        {file}
      </Text>
    </>
  )
}

/** Before and after where something was; what is new or gone stands alone. */
export function DifferenceFields({ difference }: { difference: Difference }): ReactNode {
  const words = useWords(comparisonWords)
  const { kind, fields, message, column } = difference
  const say = (before: string | null, after: string | null): string =>
    kind === 'changed' ? `${before ?? words.empty} → ${after ?? words.empty}` : (after ?? before ?? '')
  return (
    <>
      {message === null ? null : <Text size="sm">{column === null ? message : `${column}: ${message}`}</Text>}
      {fields.map(({ header, before, after }) => (
        <Text key={header} size="sm">
          <Text span size="sm" c="dimmed">{`${header}: `}</Text>
          {say(before, after)}
        </Text>
      ))}
    </>
  )
}
