import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { sayCount } from '../formats.ts'
import { useLanguage, useWords } from '../language.tsx'
import { kitWords } from './words.ts'

type Props = {
  readonly page: number
  readonly size: number
  readonly total: number | undefined
  onPage(page: number): void
}

/** Where in a list one is, and the ways on and back. */
export function Pager({ page, size, total, onPage }: Props): ReactNode {
  const words = useWords(kitWords)
  const { language } = useLanguage()
  if (total === undefined || total === 0) return null
  const say = (n: number): string => sayCount(n, language)
  const last = Math.ceil(total / size)
  return (
    <Group component="nav" aria-label={words.pages} justify="space-between" className="rost-no-print">
      <Text size="sm" c="dimmed" role="status">
        {words.range(say((page - 1) * size + 1), say(Math.min(page * size, total)), say(total))}
      </Text>
      {last > 1 ? (
        <Group gap="xs">
          <Button size="xs" variant="default" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {words.earlier}
          </Button>
          <Button size="xs" variant="default" disabled={page >= last} onClick={() => onPage(page + 1)}>
            {words.later}
          </Button>
        </Group>
      ) : null}
    </Group>
  )
}
