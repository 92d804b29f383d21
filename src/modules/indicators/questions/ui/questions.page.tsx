import { Group, SegmentedControl, Select, Skeleton } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listQuestions } from '../questions.contract.ts'
import { QuestionCard } from './question.card.tsx'
import { type QuestionsSearch, SIDES, STATES } from './questions.search.ts'
import { questionWords } from './words.ts'

const SIZE = 25
/** Questions one was handed, or handed to others; what waits longest stands first. */
export function QuestionsPage(): ReactNode {
  const words = useWords(questionWords)
  const { language } = useLanguage()
  const { side = 'mine', state, page = 1 } = useSearch({ from: '/questions' })
  const navigate = useNavigate({ from: '/questions' })
  const change = (part: Partial<QuestionsSearch>): void =>
    void navigate({ search: (kept) => ({ ...kept, page: undefined, ...part }), replace: true })
  const questions = useQuery({
    queryKey: ['questions', side, state, page, language],
    queryFn: () => call(listQuestions, { query: { side, page, size: SIZE, ...(state && { state }) } }),
    placeholderData: keepPreviousData,
  })
  const { data } = questions
  const standing =
    data === undefined || data.open === 0
      ? words.about
      : [words.open(data.open), ...(data.overdue === 0 ? [] : [words.overdueCount(data.overdue)])].join(', ')
  return (
    <Page title={words.title} about={standing}>
      <Group gap="sm" align="flex-end">
        <SegmentedControl
          aria-label={words.side}
          value={side}
          onChange={(value) => change({ side: value === 'asked' ? 'asked' : undefined })}
          data={SIDES.map((value) => ({ value, label: words[value] }))}
        />
        <Select
          label={words.state}
          placeholder={words.any}
          clearable
          data={STATES.map((value) => ({ value, label: words.states[value] }))}
          value={state ?? null}
          onChange={(value) => change({ state: STATES.find((known) => known === value) })}
        />
      </Group>
      <ProblemNote error={questions.error} onRetry={() => questions.refetch()} />
      {questions.isPending ? <Skeleton height={120} /> : null}
      {data?.items.length === 0 ? (
        <EmptyNote title={words.none}>{side === 'mine' ? words.noneMine : words.noneAsked}</EmptyNote>
      ) : null}
      {data?.items.map((question) => (
        <QuestionCard key={question.id} question={question} />
      ))}
      <Pager page={page} size={SIZE} total={data?.total} onPage={(next) => change({ page: next })} />
    </Page>
  )
}
