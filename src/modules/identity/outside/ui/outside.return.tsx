import { Anchor, Loader, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { SecondStepForm } from '../../second-factor/ui/second-step.form.tsx'
import { finishOutside } from '../outside.contract.ts'
import { outsideWords } from './words.ts'

const WAY = /^\/sign-in\/outside\/([a-z][a-z0-9-]*)$/

/** Tells the server what the provider sent, once; then goes where one belongs. `isSignedIn`: somebody links their account. */
export function OutsideReturn({ isSignedIn }: { readonly isSignedIn: boolean }): ReactNode {
  const words = useWords(outsideWords)
  const [sent] = useState(() => ({ path: location.pathname, answer: location.search.slice(1) || 'none' }))
  const done = useQuery({
    // Beneath `me`: that nobody is signed in yet is no news.
    queryKey: ['me', 'outside-return', sent],
    queryFn: async () => {
      const params = { provider: WAY.exec(sent.path)?.[1] ?? '' }
      // What stood there works once, and is not to stay in the history of the browser.
      history.replaceState(history.state, '', location.pathname)
      return await call(finishOutside, { params, body: { answer: sent.answer } })
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const target = done.data === undefined || 'next' in done.data ? null : 'linked' in done.data ? '/account' : '/'
  useEffect(() => {
    if (target !== null) location.replace(target)
  }, [target])
  if (done.data !== undefined && 'next' in done.data) {
    const goIn = (): void => location.replace('/')
    return <SecondStepForm by={done.data.by} onDone={goIn} onBack={goIn} />
  }
  if (done.error === null) {
    return (
      <Stack role="status" align="center">
        <Loader aria-hidden />
        <Text id="page-title" tabIndex={-1}>
          {words.coming}
        </Text>
      </Stack>
    )
  }
  return (
    <Stack>
      <ProblemNote error={done.error} />
      <Anchor href={isSignedIn ? '/account' : '/'} size="sm" id="page-title">
        {isSignedIn ? words.toAccount : words.back}
      </Anchor>
    </Stack>
  )
}
