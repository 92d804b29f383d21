import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type ReactNode, Suspense } from 'react'
import { useWords } from '../language.tsx'
import { kitWords } from './words.ts'

type Props = {
  readonly search: ReactNode
  readonly children: ReactNode
  /** How many fields there will be, where they come after the rows: fields are slow to make, and people come to read. */
  readonly count?: number
}

/** The search of a list with its filters; on a phone the filters wait behind a button. `search` stays in sight. */
export function Filters({ search, children, count = 0 }: Props): ReactNode {
  const words = useWords(kitWords)
  const [opened, { toggle }] = useDisclosure(false)
  return (
    <search className="rost-filters" data-opened={opened || undefined}>
      {search}
      <Button variant="default" hiddenFrom="sm" onClick={toggle} aria-expanded={opened}>
        {words.filters}
      </Button>
      <div className="rost-more-filters">
        <Suspense fallback={<Places count={count} />}>{children}</Suspense>
      </div>
    </search>
  )
}

/** The room that fields will take, so that nothing moves when they come. */
function Places({ count }: { count: number }): ReactNode {
  return Array.from({ length: count }, (_, at) => at).map((at) => (
    <span key={at} className="rost-field-place" aria-hidden />
  ))
}
