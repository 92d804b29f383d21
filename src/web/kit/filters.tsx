import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useWords } from '../language.tsx'
import { kitWords } from './words.ts'

/** The search of a list with its filters; on a phone the filters wait behind a button. `search` stays in sight. */
export function Filters({ search, children }: { search: ReactNode; children: ReactNode }): ReactNode {
  const words = useWords(kitWords)
  const [opened, { toggle }] = useDisclosure(false)
  return (
    <search className="rost-filters" data-opened={opened || undefined}>
      {search}
      <Button variant="default" hiddenFrom="sm" onClick={toggle} aria-expanded={opened}>
        {words.filters}
      </Button>
      <div className="rost-more-filters">{children}</div>
    </search>
  )
}
