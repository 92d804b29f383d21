import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { useSignInCode } from '../sign-in.contract.ts'
import { signInWords } from './words.ts'

/** Where the address on a slip leads: login, code and a password of one's own, all at once. */
export function StartForm(): ReactNode {
  const words = useWords(signInWords)
  const [typed, setTyped] = useState({ login: '', code: '', password: '' })
  const enter = useMutation({
    meta: { signsIn: true },
    mutationFn: () => call(useSignInCode, { body: typed }),
    onSuccess: () => location.replace('/'),
  })
  const fields = enter.error instanceof Problem ? enter.error.fields : undefined
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
