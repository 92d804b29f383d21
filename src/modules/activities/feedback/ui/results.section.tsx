import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call, download } from '../../../../web/api.ts'
import { sayCount, sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { Language } from '../../../../web/words.ts'
import {
  exportEventFeedback,
  exportSeriesFeedback,
  type FeedbackResult,
  HIGHEST_MARK,
  listEventFeedback,
  listSeriesFeedback,
} from '../feedback.contract.ts'
import { feedbackWords } from './words.ts'

type Props = { readonly of: 'event' | 'series'; readonly id: number }

const CALLS = {
  event: { list: listEventFeedback, save: exportEventFeedback },
  series: { list: listSeriesFeedback, save: exportSeriesFeedback },
} as const

/** What was said of an event, or of a series of them. Nothing where nobody was asked. */
export function FeedbackSection({ of, id }: Props): ReactNode {
  const words = useWords(feedbackWords)
  const { language } = useLanguage()
  const { list, save } = CALLS[of]
  const results = useQuery({
    queryKey: ['feedback', of, id, language],
    queryFn: () => call(list, { params: { id } }),
  })
  const items = results.data?.items ?? []
  if (items.length === 0 && !results.isError) return null
  return (
    <Section
      title={words.title}
      actions={
        <Group gap="md">
          <TextLink to="/events/feedback" size="sm">
            {words.change}
          </TextLink>
          {items.some(({ shown }) => shown > 0) ? (
            <DownloadButton size="xs" get={() => download(save, { params: { id } })}>
              {words.download}
            </DownloadButton>
          ) : null}
        </Group>
      }
    >
      <ProblemNote error={results.error} onRetry={() => results.refetch()} />
      {items.map((result, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: wordings stand in their order
        <Result key={nth} result={result} ofSeries={of === 'series'} />
      ))}
    </Section>
  )
}

function Result({ result, ofSeries }: { readonly result: FeedbackResult; readonly ofSeries: boolean }): ReactNode {
  const words = useWords(feedbackWords)
  const { language } = useLanguage()
  const { stage, asked, answered, shown, closesOn, questions, events, shownEvents } = result
  const said = [
    words.asked(answered, asked),
    ofSeries ? words.events(shownEvents, events) : null,
    closesOn === null ? null : words.opens(sayShortDay(closesOn, language)),
    shown === 0 ? (closesOn === null ? words.tooFew : null) : shown < answered ? words.shownOf(shown) : null,
  ]
  return (
    <section className="rost-card" aria-label={words.stages[stage]}>
      <Text fw={600}>{words.stages[stage]}</Text>
      <Text size="sm">{said.filter((one) => one !== null).join(' ')}</Text>
      {shown === 0 ? null : <Marks questions={questions} caption={words.stages[stage]} />}
      {shown === 0
        ? null
        : questions.filter(({ kind }) => kind === 'text').map((one) => <Words key={one.text} question={one} />)}
    </section>
  )
}

type Asked = FeedbackResult['questions'][number]
type MarksProps = { readonly questions: readonly Asked[]; readonly caption: string }

function Marks({ questions, caption }: MarksProps): ReactNode {
  const words = useWords(feedbackWords)
  const { language } = useLanguage()
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: 'question', title: words.question, cell: ({ text }) => <span className="rost-own-name">{text}</span> },
        { key: 'average', title: words.average, number: true, cell: ({ marks }) => averageOf(marks ?? [], language) },
        ...Array.from({ length: HIGHEST_MARK }, (_, nth) => ({
          key: String(nth),
          title: String(nth + 1),
          number: true,
          cell: ({ marks }: Asked) => marks?.[nth] ?? 0,
        })),
      ]}
      rows={questions.filter(({ kind }) => kind === 'scale')}
      keyOf={({ text }) => text}
    />
  )
}

/** To a tenth. */
function averageOf(marks: readonly number[], language: Language): string {
  const given = marks.reduce((all, one) => all + one, 0)
  if (given === 0) return '—'
  const sum = marks.reduce((all, one, nth) => all + one * (nth + 1), 0)
  return sayCount(Math.round((10 * sum) / given) / 10, language)
}

function Words({ question: { text, words: said } }: { readonly question: Asked }): ReactNode {
  const words = useWords(feedbackWords)
  return (
    <>
      <Text fw={600} size="sm" mt="sm" className="rost-own-name">
        {words.words(text)}
      </Text>
      {said.length === 0 ? <Text size="sm">{words.noWords}</Text> : null}
      <ul className="rost-plain-list rost-own-name">
        {said.map((one, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have said the same
          <li key={nth} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {one}
          </li>
        ))}
      </ul>
    </>
  )
}
