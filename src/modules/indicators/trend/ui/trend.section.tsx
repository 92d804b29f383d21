import { SegmentedControl, Skeleton, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { sayCount, sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useBands } from '../../bands/ui/use-bands.ts'
import '../../ui/figures.css'
import { sayFigure } from '../../values/ui/figures.ts'
import { STEPS, type Step, type Trend } from '../trend.contract.ts'
import { spotsOf } from './line.ts'
import { TrendChart } from './trend.chart.tsx'
import { useTrends } from './use-trends.ts'
import { trendWords } from './words.ts'

const POINTS: Readonly<Record<Step, number>> = { quarter: 8, month: 12, year: 4 }

/** How an indicator came to what it is: a line with bounds and plan, and the same as a table. */
export function TrendSection({ code, date }: { readonly code: string; readonly date: string | undefined }): ReactNode {
  const words = useWords(trendWords)
  const [step, setStep] = useState<Step>('quarter')
  const { byCode, error, refetch } = useTrends({ date, code, step, points: POINTS[step] })
  const band = useBands().get(code)
  const trend = byCode?.get(code)
  return (
    <Section
      title={words.title}
      actions={
        <SegmentedControl
          size="xs"
          className="rost-no-print"
          aria-label={words.step}
          value={step}
          onChange={(value) => setStep(STEPS.find((one) => one === value) ?? 'quarter')}
          data={STEPS.map((value) => ({ value, label: words.steps[value] }))}
        />
      }
    >
      <ProblemNote error={error} onRetry={() => refetch()} />
      {byCode === undefined ? (
        <Skeleton height={240} />
      ) : trend === undefined || spotsOf(trend.points).length < 2 ? (
        <Text c="dimmed">{words.tooFew}</Text>
      ) : (
        <>
          <TrendChart trend={trend} band={band} isYearly={step === 'year'} />
          <Text size="xs" c="dimmed">
            {[
              trend.points.some(({ snapshot }) => snapshot !== null) ? `${words.legend}.` : '',
              trend.restarts === null || step === 'year' ? '' : words.restarts[trend.restarts],
            ].join(' ')}
          </Text>
          <TrendTable trend={trend} />
        </>
      )}
    </Section>
  )
}

function TrendTable({ trend }: { readonly trend: Trend }): ReactNode {
  const words = useWords(trendWords)
  const { language } = useLanguage()
  return (
    <details>
      <summary>{words.table}</summary>
      <DataTable
        caption={words.title}
        columns={[
          { key: 'day', title: words.day, cell: ({ date }) => sayShortDay(date, language) },
          { key: 'value', title: words.value, number: true, cell: (point) => sayFigure(point, language, words.noData) },
          {
            key: 'counts',
            title: words.counts,
            number: true,
            cell: ({ numerator, denominator }) =>
              numerator === undefined || denominator === undefined
                ? ''
                : words.outOf(sayCount(numerator, language), sayCount(denominator, language)),
          },
          {
            key: 'from',
            title: words.from,
            cell: ({ snapshot }) =>
              snapshot === null ? (
                words.counted
              ) : (
                <TextLink to="/snapshots/$id" params={{ id: String(snapshot.id) }} size="sm">
                  {words.frozen(snapshot.title)}
                </TextLink>
              ),
          },
        ]}
        rows={trend.points}
        keyOf={({ date }) => date}
      />
    </details>
  )
}
