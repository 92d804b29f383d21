import { Button, PasswordInput, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Problem } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { secondFactorWords } from './words.ts'

type Asking = {
  readonly detail: string
  readonly yes: string
  readonly hasPassword: boolean
  act(current: string): Promise<void>
}

/** Asks for the password once more before something that would let a stranger in. */
export function AskOwner({ detail, yes, hasPassword, act }: Asking): ReactNode {
  const words = useWords(secondFactorWords)
  const [current, setCurrent] = useState('')
  const doing = useMutation({ mutationFn: () => act(current) })
  const fault = doing.error instanceof Problem ? doing.error.fields.get('current') : undefined
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        doing.mutate()
      }}
    >
      <Text size="sm" mb="sm">
        {detail}
      </Text>
      {fault === undefined ? <ProblemNote error={doing.error} /> : null}
      {hasPassword ? (
        <PasswordInput
          label={words.current}
          required
          autoComplete="current-password"
          value={current}
          error={fault}
          onChange={(e) => setCurrent(e.currentTarget.value)}
        />
      ) : null}
      <Button type="submit" mt="sm" loading={doing.isPending}>
        {yes}
      </Button>
    </form>
  )
}
