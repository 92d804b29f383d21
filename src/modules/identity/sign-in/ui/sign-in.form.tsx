import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { mayUsePasskeys } from '../../passkeys/ui/passkey.device.ts'
import { requestSignInLink, signIn, useSignInLink } from '../sign-in.contract.ts'
import { StartForm } from './start.form.tsx'
import { signInWords } from './words.ts'

/** Most accounts have no second step. */
const SecondStep = lazy(async () => ({
  default: (await import('../../second-factor/ui/second-step.form.tsx')).SecondStepForm,
}))

/** What talks to a device comes after the fields. */
const PasskeyDoor = lazy(async () => ({
  default: (await import('../../passkeys/ui/passkey.door.tsx')).PasskeyDoor,
}))

const OutsideDoors = lazy(async () => ({
  default: (await import('../../outside/ui/outside.doors.tsx')).OutsideDoors,
}))
const OutsideReturn = lazy(async () => ({
  default: (await import('../../outside/ui/outside.return.tsx')).OutsideReturn,
}))

/** `bare`: above a page whose session ended, where the title stands already. */
type Props = { readonly bare?: boolean; onDone(): void }

/** Address and password, or a one-time link by mail; a link that was followed signs in by a press (mail scanners follow links too). */
export function SignInForm({ bare = false, onDone }: Props): ReactNode {
  const words = useWords(signInWords)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  // The token stands behind the # and so reaches no server log.
  const token = location.pathname === '/sign-in/link' && location.hash.length > 1 ? location.hash.slice(1) : null
  const goIn = (): void => (token === null ? onDone() : location.replace('/'))
  const enter = useMutation({
    meta: { signsIn: true },
    mutationFn: async () =>
      token === null
        ? await call(signIn, { body: { email, password } })
        : await call(useSignInLink, { body: { token } }),
    onSuccess: (reply) => ('next' in reply ? undefined : goIn()),
  })
  const ask = useMutation({
    meta: { signsIn: true },
    mutationFn: () => call(requestSignInLink, { body: { email } }),
  })
  if (!bare && location.pathname === '/start') return <StartForm />
  if (!bare && /^\/sign-in\/outside\//.test(location.pathname)) {
    return (
      <Suspense fallback={null}>
        <OutsideReturn isSignedIn={false} />
      </Suspense>
    )
  }
  if (enter.data !== undefined && 'next' in enter.data) {
    return (
      <Suspense fallback={null}>
        <SecondStep
          by={enter.data.by}
          onDone={goIn}
          onBack={() => (token === null ? enter.reset() : location.replace('/'))}
        />
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
        {bare ? null : (
          <Title order={1} size="h2">
            {words.title}
          </Title>
        )}
        <ProblemNote error={enter.error ?? ask.error} />
        {ask.isSuccess ? <Alert role="status">{words.linkSent}</Alert> : null}
        {token === null ? (
          <>
            <TextInput
              label={words.email}
              autoComplete="username webauthn"
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
        ) : (
          <Text>{words.byLink}</Text>
        )}
        <Button type="submit" loading={enter.isPending}>
          {words.signIn}
        </Button>
        {token === null && mayUsePasskeys() ? (
          <Suspense fallback={<Button variant="default">{words.byPasskey}</Button>}>
            <PasskeyDoor offered onDone={goIn} />
          </Suspense>
        ) : null}
        {token === null && !bare ? (
          <Suspense fallback={null}>
            <OutsideDoors />
          </Suspense>
        ) : null}
        {token === null ? (
          <Button variant="subtle" disabled={!email.includes('@')} loading={ask.isPending} onClick={() => ask.mutate()}>
            {words.mailMeALink}
          </Button>
        ) : null}
        {token === null && !bare ? (
          <Anchor href="/start" size="sm">
            {words.haveSlip}
          </Anchor>
        ) : null}
      </Stack>
    </form>
  )
}
