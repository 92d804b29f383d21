import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Mark } from '../../../../../web/kit/marks.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../../web/language.tsx'
import { countOf } from './outbox.ts'
import type { useOutbox } from './use-outbox.ts'
import { marksWords } from './words.ts'

type Props = {
  readonly outbox: ReturnType<typeof useOutbox>
  readonly marked: number | undefined
  readonly total: number | undefined
}

/** Whether the server knows what was marked: always in sight, for nobody should have to trust it. */
export function OutboxNote({ outbox, marked, total }: Props): ReactNode {
  const words = useWords(marksWords)
  const count = countOf(outbox.box)
  return (
    <div>
      <div role="status">
        {count === 0 ? (
          <Mark state="good">{words.saved}</Mark>
        ) : (
          <Mark state={outbox.isOffline || outbox.refused !== null ? 'warn' : 'none'}>
            {outbox.refused === null ? (outbox.isOffline ? words.offline(count) : words.sending(count)) : words.refused}
          </Mark>
        )}
        {count === 0 || (!outbox.isOffline && outbox.refused === null) ? null : (
          <Text size="sm">{outbox.refused === null ? words.offlineDetail : words.refusedDetail}</Text>
        )}
        {marked === undefined || total === undefined || count > 0 ? null : (
          <Text size="sm">{words.marked(marked, total)}</Text>
        )}
      </div>
      {outbox.refused === null ? null : (
        <>
          <ProblemNote error={outbox.refused} />
          <Group gap="xs" mt="xs">
            <Button size="xs" onClick={outbox.tryAgain}>
              {words.again}
            </Button>
            <Button size="xs" variant="default" onClick={outbox.forget}>
              {words.forget}
            </Button>
          </Group>
        </>
      )}
    </div>
  )
}
