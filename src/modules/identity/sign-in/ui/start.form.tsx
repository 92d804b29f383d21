import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useSignInCode } from '../sign-in.contract.ts'
import { signInWords } from './words.ts'

/** Whoever comes for the first time has no second step; who comes by a second slip may have. */
const SecondStep = lazy(async () => ({
  default: (await import('../../second-factor/ui/second-step.form.tsx')).SecondStepForm,
}))
const goIn = (): void => location.replace('/')

/** Where the address on a slip leads: login, code and a password of one's own, all at once. */
export function StartForm(): ReactNode {
  const words = useWords(signInWords)
  const [typed, setTyped] = useState({ login: '', code: '', password: '' })
  const enter = useMutation({
    meta: { signsIn: true },
    mutationFn: () => call(useSignInCode, { body: typed }),
    onSuccess: (reply) => ('next' in reply ? undefined : goIn()),
  })
  const fields = enter.error instanceof Problem ? enter.error.fields : undefined
  if (enter.data !== undefined && 'next' in enter.data) {
    return (
      <Suspense fallback={null}>
        <SecondStep by={enter.data.by} onDone={goIn} onBack={goIn} />
      </Suspense>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        enter.mutate()
      }}
    >
      <Stack>
        <Title order={1} size="h2" id="page-title" tabIndex={-1}>
          {words.startTitle}
        </Title>
        <Text size="sm">{words.startAbout}</Text>
        <ProblemNote error={enter.error} />
        <TextInput
          label={words.login}
          required
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          value={typed.login}
          onChange={(e) => setTyped({ ...typed, login: e.currentTarget.value })}
        />
        <TextInput
          label={words.code}
          description={words.codeHint}
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={40}
          value={typed.code}
          onChange={(e) => setTyped({ ...typed, code: e.currentTarget.value })}
        />
        <PasswordInput
          label={words.newPassword}
          description={words.newPasswordHint}
          required
          autoComplete="new-password"
          maxLength={200}
          value={typed.password}
          error={fields?.get('password')}
          onChange={(e) => setTyped({ ...typed, password: e.currentTarget.value })}
        />
        <Button type="submit" loading={enter.isPending}>
          {words.signIn}
        </Button>
      </Stack>
    </form>
  )
}
