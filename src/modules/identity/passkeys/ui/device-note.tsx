import { Alert, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { whyNot } from './passkey.device.ts'
import { passkeyWords } from './words.ts'

/** What the device did not do, in words; faults of the server as everywhere. */
export function DeviceNote({ error }: { error: unknown }): ReactNode {
  const words = useWords(passkeyWords)
  const why = whyNot(error)
  if (why === undefined) return <ProblemNote error={error} />
  return (
    <Alert color="yellow" role="alert" title={words.not[why]}>
      <Text size="sm">{words.notDetail[why]}</Text>
    </Alert>
  )
}
