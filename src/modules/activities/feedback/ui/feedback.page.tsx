import { Button, Group, Radio, Skeleton, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import {
  type Answer,
  answerMyFeedback,
  getMyFeedback,
  HIGHEST_MARK,
  type MyFeedback,
  type Question,
} from '../feedback.contract.ts'
import { TOUCHED, useDismissing } from './use-dismissing.ts'
import { feedbackWords } from './words.ts'

/** A minute on the phone: a few taps, some words if one likes, or one tap not to answer. */
export function FeedbackPage(): ReactNode {
  const words = useWords(feedbackWords)
  const { language } = useLanguage()
  const id = Number(useParams({ from: '/feedback/$id' }).id)
  const request = useQuery({
    queryKey: ['my-feedback-one', id, language],
    queryFn: () => call(getMyFeedback, { params: { id } }),
  })
  const { data } = request
  return (
    <Page
      title={words.pages[data?.stage ?? 'end']}
      about={
        data === undefined ? undefined : (
          <>
            <span className="rost-own-name">{data.event.title}</span>
            {`, ${sayShortDay(data.event.heldOn, language)}`}
          </>
        )
      }
      actions={
        <TextLink to="/my" size="sm">
          {words.back}
        </TextLink>
      }
    >
      <ProblemNote error={request.error} onRetry={() => request.refetch()} />
      {request.isPending ? <Skeleton height={360} /> : null}
      {data === undefined ? null : data.state === 'answered' ? (
        <EmptyNote title={words.states.answered}>{words.states.answeredDetail}</EmptyNote>
      ) : data.state === 'closed' ? (
        <EmptyNote title={words.states.closed}>{words.states.closedDetail}</EmptyNote>
      ) : (
        <Answering request={data} />
      )}
    </Page>
  )
}

function Answering({ request }: { readonly request: MyFeedback }): ReactNode {
  const words = useWords(feedbackWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { id, questions, closesOn, state } = request
  const [answers, setAnswers] = useState<readonly Answer[]>(() =>
    questions.map(({ kind }) => (kind === 'scale' ? null : '')),
  )
  const goHome = (): void => void navigate({ to: '/my' })
  const form = useForm({
    save: () => call(answerMyFeedback, { params: { id }, body: { answers: [...answers] } }),
    touches: TOUCHED,
    saved: words.sent,
    onDone: goHome,
  })
  const dismissing = useDismissing(id, goHome)
  return (
    <form className="rost-card" aria-label={words.pages[request.stage]} onSubmit={form.submit} noValidate>
      <Stack gap="lg">
        {state === 'dismissed' ? <Text size="sm">{words.states.dismissed}</Text> : null}
        {questions.map((question, place) => (
          <Field
            // biome-ignore lint/suspicious/noArrayIndexKey: a question is told by its place
            key={place}
            question={question}
            value={answers[place] ?? null}
            fault={form.fault(`answers.${place}`)}
            onChange={(value) => setAnswers(answers.with(place, value))}
          />
        ))}
        <ProblemNote error={form.error ?? dismissing.error} />
        <Text size="sm" c="dimmed">
          {words.kept} {words.until(sayShortDay(closesOn, language))}
        </Text>
        <Group gap="xs">
          <Button type="submit" loading={form.busy}>
            {words.send}
          </Button>
          {state === 'asked' ? (
            <Button variant="default" loading={dismissing.busy} onClick={(pressed) => dismissing.submit(pressed)}>
              {words.dismiss}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  )
}

/** The words stand below the marks they explain. */
const WIDTH = 340
const MARKS = Array.from({ length: HIGHEST_MARK }, (_, nth) => nth + 1)

type FieldProps = {
  readonly question: Question
  readonly value: Answer
  readonly fault: string | undefined
  onChange(value: Answer): void
}

function Field({ question: { kind, text }, value, fault, onChange }: FieldProps): ReactNode {
  const words = useWords(feedbackWords)
  if (kind === 'text') {
    return (
      <Textarea
        label={text}
        description={words.optional}
        autosize
        minRows={2}
        maxLength={1000}
        error={fault}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <Radio.Group
      label={text}
      error={fault}
      value={value === null ? '' : String(value)}
      onChange={(mark) => onChange(Number(mark))}
    >
      <Group justify="space-between" maw={WIDTH} mt="xs">
        {MARKS.map((mark) => (
          <Radio
            key={mark}
            value={String(mark)}
            label={String(mark)}
            aria-label={mark === 1 ? words.lowest : mark === HIGHEST_MARK ? words.highest : String(mark)}
            size="md"
          />
        ))}
      </Group>
      <Group justify="space-between" maw={WIDTH} mt={4} aria-hidden>
        <Text size="xs" c="dimmed">
          {words.lowest}
        </Text>
        <Text size="xs" c="dimmed">
          {words.highest}
        </Text>
      </Group>
    </Radio.Group>
  )
}
