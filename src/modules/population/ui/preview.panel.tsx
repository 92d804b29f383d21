import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { formOf, sayCount } from '../../../web/formats.ts'
import { useLanguage, useWords } from '../../../web/language.tsx'
import type { Preview, SubjectView } from '../asking/populations.contract.ts'
import { populationWords } from './words.ts'

type Props = {
  readonly preview: Preview | undefined
  /** The answer belongs to an earlier question: it stays until the new one is there. */
  readonly isOld: boolean
  readonly subject: SubjectView | undefined
}

/** How many match, the first of them by name, and apart from them those of whom nobody knows. */
export function PreviewPanel({ preview, isOld, subject }: Props): ReactNode {
  const words = useWords(populationWords)
  return (
    <section className="rost-preview" aria-label={words.matching} aria-busy={isOld} data-old={isOld || undefined}>
      {preview === undefined ? (
        <Text c="dimmed">{words.counting}</Text>
      ) : (
        <Answer preview={preview} subject={subject} />
      )}
    </section>
  )
}

function Answer({
  preview,
  subject,
}: {
  readonly preview: Preview
  readonly subject: SubjectView | undefined
}): ReactNode {
  const words = useWords(populationWords)
  const { language } = useLanguage()
  const { counts, names } = preview
  if (counts === null) return <Text>{words.closed}</Text>
  const forms = subject?.forms ?? { other: '' }
  return (
    <>
      <p className="rost-preview-number">
        <strong>{sayCount(counts.matched, language)}</strong> {formOf(counts.matched, language, forms)}
      </p>
      <Text size="sm" c="dimmed">
        {[
          words.rest(sayCount(counts.rest, language)),
          ...(counts.unknown === 0 ? [] : [words.unknownCount(sayCount(counts.unknown, language))]),
        ].join(' · ')}
      </Text>
      {names === null ? (
        <Text size="sm">{words.noNames}</Text>
      ) : names.matched.length === 0 ? (
        <Text size="sm">{words.nobody}</Text>
      ) : (
        <NameList title={words.first} ones={names.matched.map((one) => ({ ...one, why: [] }))} />
      )}
      {names === null || names.unknown.length === 0 ? null : (
        <NameList title={words.unknownAbout} ones={names.unknown} />
      )}
    </>
  )
}

type Named = { id: number; label: string; organisation: { name: string }; why: string[] }

function NameList({ title, ones }: { readonly title: string; readonly ones: readonly Named[] }): ReactNode {
  return (
    <>
      <Text size="sm" fw={600} mt="xs">
        {title}
      </Text>
      <ul className="rost-preview-names" aria-label={title}>
        {ones.map(({ id, label, organisation, why }) => (
          <li key={id}>
            {label} <span className="rost-quiet">{[organisation.name, ...why].join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
