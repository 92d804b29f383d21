import { Button, Group, Select, Skeleton, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import {
  changeFeedbackForm,
  type FeedbackForm,
  getFeedbackForm,
  MOST_QUESTIONS,
  type Question,
  STAGES,
  type Stage,
} from '../feedback.contract.ts'
import { feedbackWords } from './words.ts'

/** What is asked of events. */
export function FeedbackFormsPage(): ReactNode {
  const words = useWords(feedbackWords)
  return (
    <Page
      title={words.formsTitle}
      about={words.formsAbout}
      actions={
        <TextLink to="/events" size="sm">
          {words.toEvents}
        </TextLink>
      }
    >
      {STAGES.map((stage) => (
        <StageForm key={stage} stage={stage} />
      ))}
    </Page>
  )
}

function StageForm({ stage }: { readonly stage: Stage }): ReactNode {
  const words = useWords(feedbackWords)
  const { language } = useLanguage()
  const form = useQuery({
    queryKey: ['feedback-form', stage, language],
    queryFn: () => call(getFeedbackForm, { query: { stage } }),
  })
  const { data } = form
  return (
    <Section title={words.stages[stage]}>
      <ProblemNote error={form.error} onRetry={() => form.refetch()} />
      {form.isPending ? <Skeleton height={200} /> : null}
      {data === undefined ? null : data.can.includes('change') ? (
        <Changing key={`${data.version} ${language}`} form={data} />
      ) : (
        <Shown questions={data.questions} />
      )}
    </Section>
  )
}

function Shown({ questions }: { readonly questions: readonly Question[] }): ReactNode {
  const words = useWords(feedbackWords)
  if (questions.length === 0) return <Text>{words.none}</Text>
  return (
    <ol>
      {questions.map(({ kind, text }) => (
        <li key={text}>
          <span className="rost-own-name">{text}</span> ({words.kinds[kind]})
        </li>
      ))}
    </ol>
  )
}

function Changing({ form: { stage, version, questions } }: { readonly form: FeedbackForm }): ReactNode {
  const words = useWords(feedbackWords)
  const [typed, setTyped] = useState<readonly Question[]>(questions)
  const form = useForm({
    save: () => call(changeFeedbackForm, { body: { stage, questions: [...typed] } }, { version }),
    touches: [['feedback-form', stage]],
    saved: words.saved,
    onDone: () => {},
  })
  return (
    <form className="rost-card" aria-label={words.stages[stage]} onSubmit={form.submit} noValidate>
      <Stack gap="sm">
        <ProblemNote error={form.error} />
        {typed.length === 0 ? <Text>{words.none}</Text> : null}
        {typed.map((question, place) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a question is told by its place
            key={place}
            nth={place + 1}
            question={question}
            fault={form.fault(`questions.${place}.text`)}
            onChange={(changed) => setTyped(typed.with(place, changed))}
            onRemove={() => setTyped(typed.toSpliced(place, 1))}
          />
        ))}
        <Text size="sm" c="dimmed">
          {words.limit}
        </Text>
        <Group gap="xs">
          <Button type="submit" loading={form.busy}>
            {words.save}
          </Button>
          {typed.length >= MOST_QUESTIONS ? null : (
            <Button variant="default" onClick={() => setTyped([...typed, { kind: 'scale', text: '' }])}>
              {words.add}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}

type LineProps = {
  readonly nth: number
  readonly question: Question
  readonly fault: string | undefined
  onChange(question: Question): void
  onRemove(): void
}

function Line({ nth, question, fault, onChange, onRemove }: LineProps): ReactNode {
  const words = useWords(feedbackWords)
  return (
    <Group gap="xs" align="flex-end">
      <Textarea
        autosize
        label={words.text(nth)}
        className="rost-own-name"
        style={{ flex: '1 1 18rem' }}
        maxLength={200}
        value={question.text}
        error={fault}
        onChange={(event) => onChange({ ...question, text: event.currentTarget.value })}
      />
      <Select
        label={words.kind(nth)}
        allowDeselect={false}
        value={question.kind}
        data={(['scale', 'text'] as const).map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(kind) => onChange({ ...question, kind: kind === 'text' ? 'text' : 'scale' })}
      />
      <Button variant="subtle" aria-label={words.removeNth(nth)} onClick={onRemove}>
        {words.remove}
      </Button>
    </Group>
  )
}
