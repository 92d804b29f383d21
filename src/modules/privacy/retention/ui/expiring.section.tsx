import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { privacyWords } from '../../ui/words.ts'
import { listExpiring } from '../retention.contract.ts'

/** What goes by itself the next night, told before it does. */
export function ExpiringSection(): ReactNode {
  const words = useWords(privacyWords)
  const { language } = useLanguage()
  const expiring = useQuery({ queryKey: ['expiring', language], queryFn: () => call(listExpiring, {}) })
  return (
    <Section title={words.expiring}>
      <Text size="sm" c="dimmed" mb="xs">
        {words.expiringAbout}
      </Text>
      <ProblemNote error={expiring.error} onRetry={() => expiring.refetch()} />
      <DataTable
        caption={words.expiring}
        columns={[
          { key: 'about', title: words.what, cell: ({ about }) => about },
          { key: 'term', title: words.term, cell: ({ term }) => term },
          { key: 'rows', title: words.goes, number: true, cell: ({ rows }) => rows },
        ]}
        rows={expiring.isError ? [] : expiring.data?.items.filter(({ rows }) => rows > 0)}
        keyOf={({ table }) => table}
        empty={expiring.isError ? null : <EmptyNote title={words.nothingGoes} />}
      />
    </Section>
  )
}
