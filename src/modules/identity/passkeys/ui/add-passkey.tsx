import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { useWords } from '../../../../web/language.tsx'
import { RecoveryCodes } from '../../second-factor/ui/recovery-codes.tsx'
import { addMyPasskey, beginMyPasskey } from '../passkeys.contract.ts'
import { DeviceNote } from './device-note.tsx'
import { makePasskey } from './passkey.device.ts'
import { passkeyWords } from './words.ts'

type Props = {
  readonly hasPassword: boolean
  /** What the button beneath the recovery codes says. */
  readonly done: string
  onDone(): void
  onCancel?: () => void
}

/** A name, the device, and where it is the first second factor the recovery codes. */
export function AddPasskey({ hasPassword, done, onDone, onCancel }: Props): ReactNode {
  const words = useWords(passkeyWords)
  const [typed, setTyped] = useState({ name: '', current: '' })
  const add = useMutation({
    mutationFn: async () => {
      const body = typed.current === '' ? {} : { current: typed.current }
      const { options, ticket } = await call(beginMyPasskey, { body })
      const credential = await makePasskey(options)
      return await call(addMyPasskey, { body: { name: typed.name, ticket, credential } })
    },
    onSuccess: ({ recoveryCodes }) => recoveryCodes.length === 0 && onDone(),
  })
  if (add.data !== undefined && add.data.recoveryCodes.length > 0) {
    return <RecoveryCodes codes={add.data.recoveryCodes} done={done} onDone={onDone} />
  }
  const problem = add.error instanceof Problem ? add.error : undefined
  const asksOwner = problem?.code === 'current_password_needed' || problem?.fields.has('current') === true
  return (
    <form
      aria-label={words.add}
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate()
      }}
    >
      <Stack gap="sm">
        {asksOwner ? (
          <Text size="sm" role="alert">
            {hasPassword ? words.currentNeeded : words.currentByLink}
          </Text>
        ) : (
          <DeviceNote error={add.error} />
        )}
        <TextInput
          label={words.name}
          description={words.nameHint}
          required
          maxLength={100}
          value={typed.name}
          onChange={(e) => setTyped({ ...typed, name: e.currentTarget.value })}
        />
        {hasPassword && (asksOwner || typed.current !== '') ? (
          <PasswordInput
            label={words.current}
            autoComplete="current-password"
            value={typed.current}
            error={problem?.fields.get('current')}
            onChange={(e) => setTyped({ ...typed, current: e.currentTarget.value })}
          />
        ) : null}
        <Group gap="xs">
          <Button type="submit" loading={add.isPending}>
            {words.make}
          </Button>
          {onCancel === undefined ? null : (
            <Button variant="subtle" onClick={onCancel}>
              {words.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
