import { Alert, Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { useLanguage } from '../../../../web/language.tsx'
import { requestSignInLink, signIn, useSignInLink } from '../sign-in.contract.ts'

/** Address and password, or a one-time link by mail; a link that was followed signs in by a press (mail scanners follow links too). */
export function SignInPage({ onDone }: { onDone: () => void }): ReactNode {
  const { words } = useLanguage()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  // The token stands behind the # and so reaches no server log.
  const token = location.pathname === '/sign-in/link' && location.hash.length > 1 ? location.hash.slice(1) : null
  const enter = useMutation({
    mutationFn: async () =>
      token === null
        ? await call(signIn, { body: { email, password } })
        : await call(useSignInLink, { body: { token } }),
    onSuccess: () => {
      history.replaceState(null, '', '/')
      onDone()
    },
  })
  const ask = useMutation({ mutationFn: () => call(requestSignInLink, { body: { email } }) })
  const problem = enter.error ?? ask.error
  return (
    <form
      className="narrow"
      onSubmit={(event) => {
        event.preventDefault()
        enter.mutate()
      }}
    >
      <Stack>
        <Title order={2}>{words.signInTitle}</Title>
        {problem ? (
          <Alert color="red" role="alert" title={problem.message}>
            {problem instanceof Problem ? problem.detail : ''}
          </Alert>
        ) : null}
        {ask.isSuccess ? <Alert role="status">{words.linkSent}</Alert> : null}
        {token === null ? (
          <>
            <TextInput
              label={words.email}
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(e) => setEmail(e.currentTarget.value)}
            />
            <PasswordInput
              label={words.password}
              autoComplete="current-password"
              value={password}
              onChange={(e) => setPassword(e.currentTarget.value)}
            />
          </>
        ) : null}
        <Button type="submit" loading={enter.isPending}>
          {words.signIn}
        </Button>
        {token === null ? (
          <Button variant="subtle" disabled={email === ''} loading={ask.isPending} onClick={() => ask.mutate()}>
            {words.mailMeALink}
          </Button>
        ) : null}
      </Stack>
    </form>
  )
}
