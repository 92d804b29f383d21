import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { CHECKS, listQuality, type QualityLine } from '../quality.contract.ts'
import { OrganisationQuality } from './organisation.section.tsx'
import { QualityTrend } from './quality.trend.tsx'
import { qualityWords } from './words.ts'

/** What is to be mended of the records, by organisation: whom to ask, and what to write to them. */
export function QualityPage(): ReactNode {
  const words = useWords(qualityWords)
  const { organisation } = useSearch({ from: '/quality' })
  return organisation === undefined ? (
    <All />
  ) : (
    <OrganisationQuality key={organisation} id={organisation} back={words.back} />
  )
}

function All(): ReactNode {
  const words = useWords(qualityWords)
  const { language } = useLanguage()
  const lines = useQuery({ queryKey: ['quality'], queryFn: () => call(listQuality, {}) })
  const count = (value: number): string => sayCount(value, language)
  return (
    <Page
      title={words.title}
      about={lines.data === undefined ? words.about : `${words.about}: ${words.inAll(lines.data.total)}`}
      actions={
        <ButtonLink to="/quality/forms" variant="default">
          {words.forms}
        </ButtonLink>
      }
    >
      <QualityTrend />
      <ProblemNote error={lines.error} onRetry={() => lines.refetch()} />
      <DataTable
        caption={words.title}
        columns={[
          {
            key: 'organisation',
            title: words.organisation,
            cell: ({ organisation: { id, name } }) => (
              <TextLink to="/quality" search={{ organisation: id }} aria-label={words.show(name)}>
                {name}
              </TextLink>
            ),
          },
          { key: 'doubtful', title: words.doubtful, number: true, cell: ({ doubtful }) => count(doubtful) },
          { key: 'people', title: words.people, number: true, cell: ({ people }) => count(people) },
          { key: 'what', title: words.what, cell: (line) => sayChecks(line, words, count) },
        ]}
        rows={lines.isError ? [] : lines.data?.items}
        keyOf={({ organisation }) => organisation.id}
        empty={lines.isError ? null : <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>}
      />
    </Page>
  )
}

function sayChecks(
  { checks }: QualityLine,
  words: (typeof qualityWords)['ru'],
  count: (value: number) => string,
): string {
  return CHECKS.flatMap((what) => {
    const people = checks[what]
    return people === undefined ? [] : [`${words.checks[what]}: ${count(people)}`]
  }).join('; ')
}
