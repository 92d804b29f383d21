import { Button, Group, PasswordInput, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { Qr } from '../../../../web/kit/qr.tsx'
import { useWords } from '../../../../web/language.tsx'
import { beginMySecondFactor, confirmMySecondFactor } from '../second-factor.contract.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { secondFactorWords } from './words.ts'

type Props = {
  readonly hasPassword: boolean
  /** What the button beneath the recovery codes says. */
  readonly done: string
  onDone(): void
  onCancel?: () => void
}

/** From the picture for the camera over the first code to the recovery codes. */
export function SetUpSecondFactor({ hasPassword, done, onDone, onCancel }: Props): ReactNode {
  const words = useWords(secondFactorWords)
  const [typed, setTyped] = useState({ current: '', code: '' })
  const begin = useMutation({
    mutationFn: () => call(beginMySecondFactor, { body: typed.current === '' ? {} : { current: typed.current } }),
  })
  const confirm = useMutation({ mutationFn: () => call(confirmMySecondFactor, { body: { code: typed.code } }) })
  if (confirm.data !== undefined) {
    return <RecoveryCodes codes={confirm.data.recoveryCodes} done={done} onDone={onDone} />
  }
  const asksOwner = begin.error instanceof Problem && begin.error.code === 'current_password_needed'
  const wrong = (error: unknown, field: string): string | undefined =>
    error instanceof Problem ? error.fields.get(field) : undefined
  const cancel =
    onCancel === undefined ? null : (
      <Button variant="subtle" onClick={onCancel}>
        {words.cancel}
      </Button>
    )
  if (begin.data === undefined) {
    return (
      <form
        aria-label={words.title}
        onSubmit={(event) => {
          event.preventDefault()
          begin.mutate()
        }}
      >
        <Stack gap="sm">
          {asksOwner ? (
            <Text size="sm" role="alert">
              {hasPassword ? words.currentNeeded : words.currentByLink}
            </Text>
          ) : (
            <ProblemNote error={begin.error} />
          )}
          {hasPassword && begin.error !== null ? (
            <PasswordInput
              label={words.current}
              autoComplete="current-password"
              value={typed.current}
              error={wrong(begin.error, 'current')}
              onChange={(e) => setTyped({ ...typed, current: e.currentTarget.value })}
            />
          ) : null}
          <Group gap="xs">
            <Button type="submit" loading={begin.isPending}>
              {words.begin}
            </Button>
            {cancel}
          </Group>
        </Stack>
      </form>
    )
  }
  return (
    <form
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate()
      }}
    >
      <Stack gap="sm">
        <ProblemNote error={confirm.error} />
        <Text size="sm">{words.scan}</Text>
        <Qr text={begin.data.address} label={words.picture} />
        <Textarea
          rows={2}
          label={words.secret}
          description={words.orType}
          readOnly
          value={begin.data.secret}
          onFocus={(event) => event.currentTarget.select()}
        />
        <TextInput
          label={words.thenCode}
          description={words.codeHint}
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          value={typed.code}
          error={wrong(confirm.error, 'code')}
          onChange={(e) => setTyped({ ...typed, code: e.currentTarget.value })}
        />
        <Group gap="xs">
          <Button type="submit" loading={confirm.isPending}>
            {words.confirm}
          </Button>
          {cancel}
        </Group>
      </Stack>
    </form>
  )
}
