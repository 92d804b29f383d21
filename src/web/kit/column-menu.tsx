import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../language.tsx'
import { kitWords } from './words.ts'

type Props = {
  readonly columns: readonly { readonly key: string; readonly title: string }[]
  readonly shown: readonly string[]
  onChange(shown: readonly string[]): void
}

/** Which columns a table shows; they keep their order. */
export function ColumnMenu({ columns, shown, onChange }: Props): ReactNode {
  const words = useWords(kitWords)
  return (
    <Popover position="bottom-end" shadow="md" withRoles={false} trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" aria-haspopup="dialog">
          {words.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={words.columns}>
        <Stack gap="xs">
          {columns.map(({ key, title }) => (
            <Checkbox
              key={key}
              size="sm"
              label={title}
              checked={shown.includes(key)}
              disabled={shown.length === 1 && shown.includes(key)}
              onChange={(event) => {
                const isShown = event.currentTarget.checked
                const wanted = columns.map((column) => column.key)
                onChange(wanted.filter((other) => (other === key ? isShown : shown.includes(other))))
              }}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
