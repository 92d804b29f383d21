import { Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { arriveAt } from './arrival.ts'

type Props = {
  readonly title: string
  /** As of which day, from where: what one must know to read the page. */
  readonly about?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page: one question in its title, the answer first, the rest below. The title is also that of the browser's tab. */
export function Page({ title, about, actions, children }: Props): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Рост`
    arriveAt(heading.current)
  }, [title])
  return (
    <Stack gap="md" className="rost-page">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title ref={heading} order={1} size="h2" tabIndex={-1} id="page-title">
            {title}
          </Title>
          {about === undefined ? null : (
            <Text c="dimmed" size="sm" component="div">
              {about}
            </Text>
          )}
        </div>
        {actions === undefined ? null : (
          <Group gap="xs" className="rost-no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  )
}

/** A part of a page with its own heading. */
export function Section({ title, actions, children }: Omit<Props, 'about'>): ReactNode {
  return (
    <section aria-label={title} className="rost-section">
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </section>
  )
}

/** An empty place says what it means and what to do next. */
export function EmptyNote({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="rost-empty">
      <Text fw={600}>{title}</Text>
      {children === undefined ? null : (
        <Text c="dimmed" size="sm" component="div" mt={4}>
          {children}
        </Text>
      )}
    </div>
  )
}
