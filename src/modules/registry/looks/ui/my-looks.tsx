import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { listMyLooks } from '../looks.contract.ts'
import { lookWords } from './words.ts'

/** Who looked with one's eyes, and why. */
export function MyLooks(): ReactNode {
  const words = useWords(lookWords)
  const { language } = useLanguage()
  const looks = useQuery({ queryKey: ['my-looks'], queryFn: () => call(listMyLooks, {}) })
  return (
    <Section title={words.mine}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.mineAbout}
      </Text>
      <ProblemNote error={looks.error} />
      <DataTable
        caption={words.mine}
        columns={[
          { key: 'who', title: words.who, cell: ({ looker }) => looker ?? '—' },
          { key: 'at', title: words.at, cell: ({ startedAt }) => sayMoment(startedAt, language) },
          { key: 'reason', title: words.reason, cell: ({ reason }) => reason },
        ]}
        rows={looks.isError ? [] : looks.data?.items}
        keyOf={({ id }) => id}
        empty={<EmptyNote title={words.nobody} />}
      />
    </Section>
  )
}
