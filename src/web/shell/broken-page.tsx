import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Page } from '../kit/page.tsx'
import { useWords } from '../language.tsx'
import { shellWords } from './words.ts'

/** A fault of ours while drawing: said plainly, with the one thing that may help. */
export function BrokenPage(): ReactNode {
  const words = useWords(shellWords)
  return (
    <Page title={words.broken}>
      <Text>{words.brokenDetail}</Text>
      <div>
        <Button onClick={() => location.reload()}>{words.reload}</Button>
      </div>
    </Page>
  )
}
