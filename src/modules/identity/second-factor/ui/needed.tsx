import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../../../web/language.tsx'
import { AddPasskey } from '../../passkeys/ui/add-passkey.tsx'
import { mayUsePasskeys } from '../../passkeys/ui/passkey.device.ts'
import { passkeyWords } from '../../passkeys/ui/words.ts'
import { SetUpSecondFactor } from './set-up.tsx'
import { secondFactorWords } from './words.ts'

/** The district asks it of the role: nothing else is there before it is done. */
export function SecondFactorNeeded({ hasPassword, onDone }: { hasPassword: boolean; onDone(): void }): ReactNode {
  const words = useWords(secondFactorWords)
  const passkeys = useWords(passkeyWords)
  return (
    <Stack>
      <Title order={1} size="h2" id="page-title" tabIndex={-1}>
        {words.needed}
      </Title>
      <Text size="sm">{words.neededDetail}</Text>
      <Text size="sm" c="dimmed">
        {words.about}
      </Text>
      <SetUpSecondFactor hasPassword={hasPassword} done={words.goOn} onDone={onDone} />
      {mayUsePasskeys() ? (
        <>
          <Title order={2} size="h4">
            {passkeys.orPasskey}
          </Title>
          <Text size="sm">{passkeys.orPasskeyDetail}</Text>
          <AddPasskey hasPassword={hasPassword} done={words.goOn} onDone={onDone} />
        </>
      ) : null}
    </Stack>
  )
}
