import { Loader, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, sayDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { figureOf, type Point, type Row, sayFigure } from '../../values/ui/figures.ts'
import { getSnapshot } from '../snapshots.contract.ts'
import { SnapshotState } from './snapshot.state.tsx'
import { snapshotWords } from './words.ts'

/** Figures as they were frozen; where they would come out otherwise today, that stands beside. */
export function SnapshotPage(): ReactNode {
  const { id } = useParams({ from: '/snapshots/$id' })
  const words = useWords(snapshotWords)
  const { language } = useLanguage()
  const read = useQuery({
    queryKey: ['snapshot', id, language],
    queryFn: () => call(getSnapshot, { params: { id: Number(id) } }),
  })
  if (read.isPending) return <Loader aria-label={words.title} />
  if (read.isError) return <ProblemNote error={read.error} onRetry={() => read.refetch()} />
  const { snapshot, of, indicators, restated } = read.data
  const say = (point: Point): string => {
    const value = sayFigure(point, language, words.noData)
    return point.denominator === undefined || point.numerator === undefined
      ? value
      : `${value} (${sayCount(point.numerator, language)} / ${sayCount(point.denominator, language)})`
  }
  const nowOf = (code: string): string => {
    const now = restated.findLast((one) => one.code === code)
    if (now === undefined) return words.asThen
    const { numerator, denominator } = now
    return denominator === null ? say({ value: numerator }) : say({ numerator, denominator })
  }
  return (
    <Page
      title={snapshot.title}
      about={words.onDay(sayDay(snapshot.date, language))}
      actions={
        <TextLink to="/snapshots" size="sm">
          {words.back}
        </TextLink>
      }
    >
      <SnapshotState snapshot={snapshot} />
      {of === 'own' ? <Text size="sm">{words.own}</Text> : null}
      <DataTable
        caption={snapshot.title}
        columns={[
          { key: 'code', title: words.code, cell: ({ code }) => code },
          { key: 'title', title: words.indicator, cell: ({ short, title }) => <span title={title}>{short}</span> },
          { key: 'frozen', title: words.frozen, number: true, cell: (row) => say(figureOf(row)) },
          ...(of === 'own'
            ? []
            : [{ key: 'now', title: words.now, number: true, cell: ({ code }: Row) => nowOf(code) }]),
        ]}
        rows={indicators}
        keyOf={({ code }) => code}
      />
    </Page>
  )
}
