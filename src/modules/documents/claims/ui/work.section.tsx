import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { useForm } from '../../../../web/kit/form.tsx'
import { Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { claimWork, listMyWork, type Work } from '../claims.contract.ts'
import { claimWords } from './words.ts'

/** What is on record of oneself and can be claimed with one tap. Nothing where there is nothing. */
export function WorkSection(): ReactNode {
  const words = useWords(claimWords)
  const { language } = useLanguage()
  const work = useQuery({ queryKey: ['my-claims', 'work'], queryFn: () => call(listMyWork, {}) })
  if (work.isPending || work.data?.total === 0) return null
  return (
    <Section title={words.onRecord}>
      <Text size="sm" c="dimmed" mb="sm">
        {words.onRecordAbout}
      </Text>
      <ProblemNote error={work.error} onRetry={() => work.refetch()} />
      <DataTable
        caption={words.onRecord}
        columns={[
          { key: 'title', title: words.title, cell: ({ title }) => <span className="rost-own-name">{title}</span> },
          { key: 'done', title: words.doneOn, cell: ({ doneOn }) => sayShortDay(doneOn, language) },
          { key: 'place', title: words.place, cell: ({ place }) => <span className="rost-own-name">{place}</span> },
          { key: 'claim', title: '', cell: (one) => <ClaimButton work={one} /> },
        ]}
        rows={work.data?.items}
        keyOf={({ id }) => id}
      />
    </Section>
  )
}

function ClaimButton({ work: { id, title } }: { readonly work: Work }): ReactNode {
  const words = useWords(claimWords)
  const form = useForm({
    save: (key) => call(claimWork, { body: { id } }, { key }),
    touches: [['my-claims']],
    saved: words.sent,
    onDone: () => undefined,
  })
  return (
    <>
      <Button size="xs" loading={form.busy} aria-label={words.claimOne(title)} onClick={form.submit}>
        {words.claim}
      </Button>
      <ProblemNote error={form.error} />
    </>
  )
}
