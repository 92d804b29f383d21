import { Fieldset, Select, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import type { LookedSheet, ProfileSettings } from '../profiles.contract.ts'
import { withAnswer } from './settings.ts'
import { profileWords } from './words.ts'

type Question = LookedSheet['questions'][number]
type Props = {
  readonly questions: readonly Question[]
  readonly settings: ProfileSettings
  onChange(settings: ProfileSettings): void
}

/** Values nobody knows, each with what it is to mean. What a score is of is answered for all of them at once. */
export function Questions({ questions, settings, onChange }: Props): ReactNode {
  const words = useWords(profileWords)
  const asked = questions.filter(({ kind }) => kind !== 'scores')
  const kinds: Readonly<Record<string, string>> = words.kinds
  if (asked.length === 0) return null
  return (
    <>
      <Text fw={600} mt="sm">
        {words.questions}
      </Text>
      <Text size="sm" c="dimmed">
        {words.questionsDetail}
      </Text>
      {asked.map((question) => (
        <Fieldset key={question.kind} legend={kinds[question.kind] ?? question.column} mt="xs">
          <div className="rost-filters">
            {question.values.map(({ value, key, rows }) => (
              <Answer
                key={key}
                label={words.meaning(value, rows)}
                choices={question.choices}
                answer={settings.answers[question.kind]?.[key]}
                onAnswer={(answer) => onChange(withAnswer(settings, question.kind, key, answer))}
              />
            ))}
          </div>
        </Fieldset>
      ))}
    </>
  )
}

/** Stands for an answer that is an empty cell: a list of choices has no empty value. */
const NOTHING = '∅'

type AnswerProps = {
  readonly label: string
  readonly choices: Question['choices']
  readonly answer: string | undefined
  onAnswer(answer: string | undefined): void
}

function Answer({ label, choices, answer, onAnswer }: AnswerProps): ReactNode {
  const words = useWords(profileWords)
  if (choices.length === 0) {
    return (
      <TextInput
        label={label}
        placeholder={words.notAnswered}
        value={answer ?? ''}
        onChange={(event) => onAnswer(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      />
    )
  }
  return (
    <Select
      label={label}
      placeholder={words.notAnswered}
      searchable
      clearable
      data={[{ value: NOTHING, label: words.asEmpty }, ...choices]}
      value={answer === '' ? NOTHING : (answer ?? null)}
      onChange={(chosen) => onAnswer(chosen === null ? undefined : chosen === NOTHING ? '' : chosen)}
    />
  )
}
