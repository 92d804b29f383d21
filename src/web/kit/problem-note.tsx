import { Alert, Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Problem } from '../api.ts'
import { useWords } from '../language.tsx'
import { kitWords } from './words.ts'

/** What went wrong, what to do, and the number to give to whoever helps. */
export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  const words = useWords(kitWords)
  if (error === null || error === undefined) return null
  const problem = error instanceof Problem ? error : undefined
  return (
    <Alert color="red" role="alert" title={problem?.message ?? words.lost}>
      <Text size="sm">{problem?.detail ?? words.lostDetail}</Text>
      {problem !== undefined && problem.status >= 500 && problem.requestId !== '' ? (
        <Text size="xs" c="dimmed" mt={4}>{`${words.requestId}: ${problem.requestId}`}</Text>
      ) : null}
      {onRetry ? (
        <Group mt="sm">
          <Button size="xs" variant="default" onClick={onRetry}>
            {words.again}
          </Button>
        </Group>
      ) : null}
    </Alert>
  )
}
