import { Alert, Button, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { Comparison, Load } from '../../loads/loads.contract.ts'
import { compareLoad, dropLoad, takeComparedLoad } from '../comparison.contract.ts'
import { Differences, type Kind } from './differences.tsx'
import { Notes } from './notes.tsx'
import { comparisonWords } from './words.ts'

const COMMANDS = { take: takeComparedLoad, compare: compareLoad, drop: dropLoad } as const

type Props = { readonly load: Load; readonly comparison: Comparison }

/** What a load would change, before anything is written; then it is taken, let go, or compared once more. */
export function ComparisonSection({ load, comparison }: Props): ReactNode {
  const words = useWords(comparisonWords)
  const { language } = useLanguage()
  const client = useQueryClient()
  const pressing = useMutation({
    mutationFn: async (what: keyof typeof COMMANDS): Promise<void> => {
      await call(COMMANDS[what], { params: { id: load.id } })
    },
    onSettled: () => client.invalidateQueries(),
  })
  const isBusy = (what: string): boolean => pressing.isPending && pressing.variables === what
  const number = (value: number): string => sayCount(value, language)
  const { people, files, unread } = comparison
  return (
    <>
      <Section title={words.title}>
        <Text size="sm" role="status">
          {`${words.nothing} ${words.people(people.new, people.changed)}.`}
        </Text>
        {comparison.isStale ? (
          <Alert color="yellow" title={words.stale}>
            {words.staleDetail}
          </Alert>
        ) : null}
        <Notes load={load} comparison={comparison} />
        {unread.length === 0 ? null : (
          <Alert color="red" role="alert" title={words.unread}>
            {unread.map(({ file, message }) => (
              <Text key={`${file} ${message}`} size="sm">{`${file}: ${message}`}</Text>
            ))}
          </Alert>
        )}
        <DataTable
          caption={words.title}
          columns={[
            {
              key: 'file',
              title: words.file,
              cell: ({ file, sheet }) => (sheet === null ? file : `${file} (${sheet})`),
            },
            { key: 'day', title: words.day, cell: ({ day }) => (day === null ? '—' : sayShortDay(day, language)) },
            { key: 'rows', title: words.rows, number: true, cell: ({ rows }) => number(rows) },
            { key: 'new', title: words.kinds.new, number: true, cell: (file) => number(file.new) },
            { key: 'changed', title: words.kinds.changed, number: true, cell: ({ changed }) => number(changed) },
            { key: 'unchanged', title: words.unchanged, number: true, cell: ({ unchanged }) => number(unchanged) },
            { key: 'faulty', title: words.kinds.faulty, number: true, cell: ({ faulty }) => number(faulty) },
            { key: 'gone', title: words.kinds.gone, number: true, cell: ({ gone }) => number(gone) },
          ]}
          rows={files}
          keyOf={({ file, sheet }) => `${file} ${sheet ?? ''}`}
        />
        <ProblemNote error={pressing.error} />
        {load.can.includes('take') ? (
          <Group gap="xs" className="rost-no-print">
            {files.length === 0 || comparison.isStale ? null : (
              <Button loading={isBusy('take')} onClick={() => pressing.mutate('take')}>
                {words.take}
              </Button>
            )}
            <Button
              variant={comparison.isStale ? 'filled' : 'default'}
              loading={isBusy('compare')}
              onClick={() => pressing.mutate('compare')}
            >
              {words.compareAgain}
            </Button>
            <Button variant="subtle" loading={isBusy('drop')} onClick={() => pressing.mutate('drop')}>
              {words.drop}
            </Button>
          </Group>
        ) : null}
      </Section>
      <Differences key={comparison.at} load={load} comparison={comparison} first={firstKind(files)} />
    </>
  )
}

const LOOKED_AT: readonly Kind[] = ['changed', 'new', 'faulty', 'gone']

/** What there is to look at: changes before all else. */
const firstKind = (files: readonly Readonly<Record<Kind, number>>[]): Kind =>
  LOOKED_AT.find((kind) => files.some((file) => file[kind] > 0)) ?? 'changed'
