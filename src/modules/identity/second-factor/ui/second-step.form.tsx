import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { passSecondStep } from '../second-factor.contract.ts'
import { secondFactorWords } from './words.ts'

type Props = { onDone(): void; onBack(): void }

/** After the password: the code of the application, or one of the sheet kept for the day the telephone is lost. */
export function SecondStepForm({ onDone, onBack }: Props): ReactNode {
  const words = useWords(secondFactorWords)
  const [code, setCode] = useState('')
  const [byPaper, setByPaper] = useState(false)
  const pass = useMutation({
    meta: { signsIn: true },
    mutationFn: () => call(passSecondStep, { body: { code } }),
    onSuccess: onDone,
  })
  const isOver = pass.error instanceof Problem && pass.error.code === 'second_step_over'
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        pass.mutate()
      }}
    >
      <Stack>
        <Title order={1} size="h2" id="page-title" tabIndex={-1}>
          {words.step}
        </Title>
        <ProblemNote error={pass.error} />
        {isOver ? null : (
          <>
            <Text size="sm">{byPaper ? words.recoveryHelp : words.stepDetail}</Text>
            <TextInput
              key={String(byPaper)}
              label={byPaper ? words.recoveryCode : words.code}
              description={byPaper ? words.recoveryHint : words.codeHint}
              required
              autoFocus
              inputMode={byPaper ? 'text' : 'numeric'}
              autoComplete={byPaper ? 'off' : 'one-time-code'}
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              value={code}
              onChange={(e) => setCode(e.currentTarget.value)}
            />
            <Button type="submit" loading={pass.isPending}>
              {words.enter}
            </Button>
            <Button
              variant="subtle"
              onClick={() => {
                setByPaper(!byPaper)
                setCode('')
              }}
            >
              {byPaper ? words.withTelephone : words.noTelephone}
            </Button>
          </>
        )}
        <Button variant="subtle" onClick={onBack}>
          {words.back}
        </Button>
      </Stack>
    </form>
  )
}
