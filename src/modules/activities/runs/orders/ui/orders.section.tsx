import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { download } from '../../../../../web/api.ts'
import { sayShortDay } from '../../../../../web/formats.ts'
import { DownloadButton } from '../../../../../web/kit/download-button.tsx'
import { Section } from '../../../../../web/kit/page.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import type { Run } from '../../group/group.contract.ts'
import { getRunDocument, type RunOrder } from '../orders.contract.ts'
import { runOrderWords } from './words.ts'

const ORDERS = ['enrolment', 'leaving', 'completion'] as const

/** Those that would name somebody; a supplement is written day by day. */
const isNeeded = ({ enrolled, left, ended }: Run): Readonly<Record<Exclude<RunOrder, 'supplement'>, boolean>> => ({
  enrolment: enrolled > 0,
  leaving: left > 0,
  completion: (ended ?? 0) > 0,
})

export function OrdersSection({ run }: { readonly run: Run }): ReactNode {
  const words = useWords(runOrderWords)
  const { language } = useLanguage()
  const [first, ...others] = ORDERS.filter((order) => isNeeded(run)[order])
  if (first === undefined) return null
  const params = { id: run.event.id }
  return (
    <Section title={words.title}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.about}
      </Text>
      <Group gap="xs">
        <DownloadButton get={() => download(getRunDocument, { params, query: { order: first } })}>
          {words.orders[first]}
        </DownloadButton>
        {run.joined.map((on) => (
          <DownloadButton key={on} get={() => download(getRunDocument, { params, query: { order: 'supplement', on } })}>
            {words.supplement(sayShortDay(on, language))}
          </DownloadButton>
        ))}
        {others.map((order) => (
          <DownloadButton key={order} get={() => download(getRunDocument, { params, query: { order } })}>
            {words.orders[order]}
          </DownloadButton>
        ))}
      </Group>
    </Section>
  )
}
