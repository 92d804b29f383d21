import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { settingsWords } from '../../letterhead/ui/words.ts'
import { documentWords } from '../../ui/words.ts'
import { listSeries, type Series } from '../series.contract.ts'
import { SeriesForm } from './series.form.tsx'

/** Rows of numbers, and how far each has come this year. */
export function SeriesSection(): ReactNode {
  const words = useWords(settingsWords)
  const { shortKinds } = useWords(documentWords)
  const [open, setOpen] = useState<Series | 'new' | null>(null)
  const series = useQuery({ queryKey: ['document-series'], queryFn: () => call(listSeries, {}) })
  return (
    <Section
      title={words.series}
      actions={
        <Button size="xs" variant="default" onClick={() => setOpen('new')}>
          {words.addSeries}
        </Button>
      }
    >
      {open === null ? null : (
        <SeriesForm
          key={open === 'new' ? 'new' : `${open.id} ${open.version}`}
          series={open === 'new' ? undefined : open}
          onDone={() => setOpen(null)}
        />
      )}
      <ProblemNote error={series.error} onRetry={() => series.refetch()} />
      <DataTable
        caption={words.series}
        columns={[
          { key: 'title', title: words.seriesTitle, cell: ({ title }) => title },
          { key: 'kind', title: words.kind, cell: ({ kind }) => shortKinds[kind] },
          { key: 'last', title: words.last, cell: ({ last }) => last ?? words.none },
          {
            key: 'now',
            title: words.now,
            cell: ({ retired }) => (
              <Mark state={retired ? 'none' : 'good'}>{retired ? words.retired : words.inUse}</Mark>
            ),
          },
          {
            key: 'change',
            title: '',
            cell: (one) => (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={words.changeOne(one.title)}
                onClick={() => setOpen(one)}
              >
                {words.change}
              </Button>
            ),
          },
        ]}
        rows={series.isError ? [] : series.data?.items}
        keyOf={({ id }) => id}
        empty={series.isError ? null : <EmptyNote title={words.seriesNone} />}
      />
    </Section>
  )
}
