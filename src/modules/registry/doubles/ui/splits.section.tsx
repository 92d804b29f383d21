import { Button, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, sayMoment, sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { PersonLink } from '../../ui/row.links.tsx'
import { listSplits, type Split, undoSplit } from '../splits.contract.ts'
import { splitWords } from './split.words.ts'
import { SIZE } from './use-doubles.ts'

/** What was split, the latest first, each to be made one card again. */
export function SplitsSection(): ReactNode {
  const words = useWords(splitWords)
  const { language } = useLanguage()
  const notice = useNotice()
  const client = useQueryClient()
  const splits = useQuery({ queryKey: ['splits'], queryFn: () => call(listSplits, { query: { size: SIZE } }) })
  const join = useMutation({
    mutationFn: (id: number) => call(undoSplit, { params: { id } }),
    onSuccess: async () => {
      await client.invalidateQueries()
      await notice(words.joined)
    },
  })
  return (
    <Section title={words.splitsTitle}>
      <ProblemNote error={splits.error ?? join.error} />
      <DataTable
        caption={words.splitsTitle}
        rows={splits.data?.items}
        keyOf={({ id }) => id}
        empty={<Text size="sm">{words.splitsNone}</Text>}
        columns={[
          { key: 'kept', title: words.kept, cell: ({ kept }) => <PersonLink id={kept.id}>{kept.name}</PersonLink> },
          { key: 'parted', title: words.parted, cell: (split) => <PartedCard split={split} /> },
          { key: 'moved', title: words.moved, number: true, cell: ({ moved }) => sayCount(moved, language) },
          {
            key: 'when',
            title: words.when,
            cell: ({ at, by }) => [sayMoment(at, language), by].filter(Boolean).join(', '),
          },
          {
            key: 'undo',
            title: '',
            cell: ({ id, parted, undone }) =>
              undone ? (
                words.undone
              ) : (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={words.undoOf(parted.name)}
                  disabled={join.isPending}
                  onClick={() => join.mutate(id)}
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

function PartedCard({ split: { parted, undone } }: { split: Split }): ReactNode {
  const { language } = useLanguage()
  const born = sayShortDay(parted.birthOn, language)
  if (undone) return `${parted.name}, ${born}`
  return (
    <>
      <PersonLink id={parted.id}>{parted.name}</PersonLink>, {born}
    </>
  )
}
