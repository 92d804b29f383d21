import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { download } from '../../../../web/api.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { useWords } from '../../../../web/language.tsx'
import { getSelfStudyDocument, ORDERS_IN, type SelfStudy } from '../self-study.contract.ts'
import { selfStudyWords } from './words.ts'

export function OrdersSection({ study: { id, state, can } }: { readonly study: SelfStudy }): ReactNode {
  const words = useWords(selfStudyWords)
  if (!can.includes('order')) return null
  return (
    <Section title={words.orders}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.ordersAbout}
      </Text>
      <Group gap="xs">
        {ORDERS_IN[state].map((order) => (
          <DownloadButton key={order} get={() => download(getSelfStudyDocument, { params: { id }, query: { order } })}>
            {words.orderNames[order]}
          </DownloadButton>
        ))}
      </Group>
    </Section>
  )
}
