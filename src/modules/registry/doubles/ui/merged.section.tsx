import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayCount, sayMoment, sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { PersonLink } from '../../ui/row.links.tsx'
import { useMerges, useParting } from './use-doubles.ts'
import { doubleWords } from './words.ts'

/** What was merged, the latest first, each of it to be parted again. */
export function MergedSection(): ReactNode {
  const words = useWords(doubleWords)
  const { language } = useLanguage()
  const merges = useMerges()
  const part = useParting()
  return (
    <Section title={words.mergedTitle}>
      <ProblemNote error={merges.error ?? part.error} />
      <DataTable
        caption={words.mergedTitle}
        rows={merges.data?.items}
        keyOf={({ id }) => id}
        empty={<Text size="sm">{words.mergedNone}</Text>}
        columns={[
          { key: 'kept', title: words.kept, cell: ({ kept }) => <PersonLink id={kept.id}>{kept.name}</PersonLink> },
          {
            key: 'gone',
            title: words.gone,
            cell: ({ gone }) => `${gone.name}, ${sayShortDay(gone.birthOn, language)}`,
          },
          { key: 'records', title: words.records, number: true, cell: ({ moved }) => sayCount(moved, language) },
          {
            key: 'when',
            title: words.when,
            cell: ({ at, by }) => [sayMoment(at, language), by].filter(Boolean).join(', '),
          },
          {
            key: 'undo',
            title: '',
            cell: ({ id, gone, undone }) =>
              undone ? (
                words.undone
              ) : (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={words.undoOf(gone.name)}
                  disabled={part.isPending}
                  onClick={() => part.mutate(id)}
                >
                  {words.undo}
                </Button>
              ),
          },
        ]}
      />
    </Section>
  )
}
