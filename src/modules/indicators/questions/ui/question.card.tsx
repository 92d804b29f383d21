import { Button, Group, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment, sayShortDay } from '../../../../web/formats.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { answerQuestion, closeQuestion, type Question, reopenQuestion } from '../questions.contract.ts'
import { questionWords } from './words.ts'

/** A question with its figure, its day, its answer, and what can be done with it. */
export function QuestionCard({ question }: { question: Question }): ReactNode {
  const words = useWords(questionWords)
  const { language } = useLanguage()
  const [answering, setAnswering] = useState(false)
  const { text, dueOn, overdue, askedBy, askedAt, addressee, answer, answeredAt, can } = question
  const due = sayShortDay(dueOn, language)
  return (
    <article className="rost-card" aria-label={text}>
      <Group justify="space-between" align="start" gap="xs">
        <Subject question={question} />
        {overdue ? (
          <Mark state="bad">{words.overdue(due)}</Mark>
        ) : (
          <Text size="sm" c="dimmed">
            {question.closedAt === null ? words.due(due) : words.isClosed}
          </Text>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {question.indicator?.title ?? words.isRecord}
      </Text>
      <Text mt="xs" className="rost-typed">
        {text}
      </Text>
      <Text size="xs" c="dimmed">
        {[words.by(askedBy ?? words.operator, sayMoment(askedAt, language)), words.to(addressee)].join(' · ')}
      </Text>
      {answer === null || answering ? null : (
        <blockquote className="rost-answer">
          <Text className="rost-typed">{answer}</Text>
          <Text size="xs" c="dimmed">
            {answeredAt === null ? '' : words.answered(addressee, sayMoment(answeredAt, language))}
          </Text>
        </blockquote>
      )}
      {answering ? <AnswerForm question={question} onDone={() => setAnswering(false)} /> : null}
      <Group gap="xs" mt="xs" className="rost-no-print">
        {can.includes('answer') && !answering ? (
          <Button size="xs" variant={answer === null ? 'filled' : 'default'} onClick={() => setAnswering(true)}>
            {answer === null ? words.answer : words.correct}
          </Button>
        ) : null}
        <Steps question={question} />
      </Group>
    </article>
  )
}

/** What it is about: a figure with its day, or what is on record of somebody. */
function Subject({ question: { indicator, date, slice, key, record } }: { question: Question }): ReactNode {
  const words = useWords(questionWords)
  const { language } = useLanguage()
  if (record !== null) {
    return (
      <TextLink to="/people/$id" params={{ id: String(record.personId) }} size="sm">
        {record.about}
      </TextLink>
    )
  }
  if (indicator === null || date === null) return null
  return (
    <TextLink
      to="/indicators/$code"
      params={{ code: indicator.code }}
      search={{ date, who: indicator.code, slice: slice ?? undefined, key: key ?? undefined }}
      size="sm"
    >
      {[words.cell(indicator.code, sayShortDay(date, language)), ...(key === null ? [] : [key])].join(' · ')}
    </TextLink>
  )
}

const STEPS = { close: closeQuestion, reopen: reopenQuestion } as const

function Steps({ question }: { question: Question }): ReactNode {
  const words = useWords(questionWords)
  const client = useQueryClient()
  const notice = useNotice()
  const step = useMutation({
    mutationFn: async (what: keyof typeof STEPS) => {
      await call(STEPS[what], { params: { id: question.id } }, { version: question.version })
      return what
    },
    onSuccess: async (what) => {
      notice(what === 'close' ? words.closed : words.reopened)
      await client.invalidateQueries({ queryKey: ['questions'] })
    },
  })
  const what = (['close', 'reopen'] as const).find((one) => question.can.includes(one))
  if (what === undefined) return null
  return (
    <>
      <Button size="xs" variant="subtle" loading={step.isPending} onClick={() => step.mutate(what)}>
        {words[what]}
      </Button>
      <ProblemNote error={step.error} />
    </>
  )
}

function AnswerForm({ question, onDone }: { question: Question; onDone: () => void }): ReactNode {
  const words = useWords(questionWords)
  const draft = useDraft(`answer-${question.id}`, { answer: question.answer ?? '' })
  const close = (): void => {
    draft.clear()
    onDone()
  }
  const form = useForm({
    save: (key) =>
      call(
        answerQuestion,
        { params: { id: question.id }, body: { answer: draft.value.answer } },
        { key, version: question.version },
      ),
    touches: [['questions']],
    saved: words.saved,
    onDone: close,
  })
  return (
    <FormCard
      form={form}
      label={words.answer}
      save={words.save}
      cancel={words.cancel}
      onCancel={close}
      restored={draft.restored}
      onStartAnew={() => draft.clear()}
    >
      <Textarea
        label={words.answerLabel}
        required
        autosize
        minRows={2}
        maxLength={2_000}
        className="rost-wide"
        value={draft.value.answer}
        error={form.fault('answer')}
        onChange={(event) => draft.change({ answer: event.currentTarget.value })}
      />
    </FormCard>
  )
}
