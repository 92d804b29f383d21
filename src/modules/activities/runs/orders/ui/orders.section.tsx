import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { download } from '../../../../../web/api.ts'
import { DownloadButton } from '../../../../../web/kit/download-button.tsx'
import { Section } from '../../../../../web/kit/page.tsx'
import { useWords } from '../../../../../web/language.tsx'
import type { Run } from '../../group/group.contract.ts'
import { getRunDocument, RUN_ORDERS, type RunOrder } from '../orders.contract.ts'
import { runOrderWords } from './words.ts'

/** Those that would name somebody. */
const isNeeded = ({ enrolled, left, ended }: Run): Readonly<Record<RunOrder, boolean>> => ({
  enrolment: enrolled > 0,
  leaving: left > 0,
  completion: (ended ?? 0) > 0,
})

export function OrdersSection({ run }: { readonly run: Run }): ReactNode {
  const words = useWords(runOrderWords)
  const needed = RUN_ORDERS.filter((order) => isNeeded(run)[order])
  if (needed.length === 0) return null
  return (
    <Section title={words.title}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.about}
      </Text>
      <Group gap="xs">
        {needed.map((order) => (
          <DownloadButton
            key={order}
            get={() => download(getRunDocument, { params: { id: run.event.id }, query: { order } })}
          >
            {words.orders[order]}
          </DownloadButton>
        ))}
      </Group>
    </Section>
  )
}
