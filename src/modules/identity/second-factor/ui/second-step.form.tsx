import { Button, Divider, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { mayUsePasskeys } from '../../passkeys/ui/passkey.device.ts'
import { PasskeyDoor } from '../../passkeys/ui/passkey.door.tsx'
import type { SecondStepNext } from '../../sign-in/sign-in.contract.ts'
import { passSecondStep } from '../second-factor.contract.ts'
import { secondFactorWords } from './words.ts'

type Props = {
  /** What the account has set up; a recovery code does it always. */
  readonly by: SecondStepNext['by']
  onDone(): void
  onBack(): void
}

/** After the password: a passkey, the code of the application, or one of the sheet kept for the day both are lost. */
export function SecondStepForm({ by, onDone, onBack }: Props): ReactNode {
  const words = useWords(secondFactorWords)
  const [code, setCode] = useState('')
  const hasCode = by.includes('code')
  const [byPaper, setByPaper] = useState(!hasCode)
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
            {by.includes('passkey') && mayUsePasskeys() ? (
              <>
                <Text size="sm">{words.stepByPasskey}</Text>
                <PasskeyDoor primary onDone={onDone} />
                <Divider label={words.or} />
              </>
            ) : null}
            <Text size="sm">{hasCode ? (byPaper ? words.recoveryHelp : words.stepDetail) : words.noPasskey}</Text>
            <TextInput
              key={String(byPaper)}
              label={byPaper ? words.recoveryCode : words.code}
              description={byPaper ? words.recoveryHint : words.codeHint}
              required
              autoFocus={!by.includes('passkey')}
              inputMode={byPaper ? 'text' : 'numeric'}
              autoComplete={byPaper ? 'off' : 'one-time-code'}
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              value={code}
              onChange={(e) => setCode(e.currentTarget.value)}
            />
            <Button type="submit" variant={by.includes('passkey') ? 'default' : 'filled'} loading={pass.isPending}>
              {words.enter}
            </Button>
            {hasCode ? (
              <Button
                variant="subtle"
                onClick={() => {
                  setByPaper(!byPaper)
                  setCode('')
                }}
              >
                {byPaper ? words.withTelephone : words.noTelephone}
              </Button>
            ) : null}
          </>
        )}
        <Button variant="subtle" onClick={onBack}>
          {words.back}
        </Button>
      </Stack>
    </form>
  )
}
