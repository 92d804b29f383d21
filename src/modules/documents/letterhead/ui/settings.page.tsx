import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call, download } from '../../../../web/api.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { SeriesSection } from '../../series/ui/series.section.tsx'
import { SignatoriesSection } from '../../signatories/ui/signatories.section.tsx'
import { getLetterhead, previewDocument } from '../letterhead.contract.ts'
import { CodeWarning } from './code.warning.tsx'
import { EmblemField } from './emblem.field.tsx'
import { LetterheadForm } from './letterhead.form.tsx'
import { settingsWords } from './words.ts'

/** What all documents of the district have in common. */
export function SettingsPage(): ReactNode {
  const words = useWords(settingsWords)
  const letterhead = useQuery({ queryKey: ['letterhead'], queryFn: () => call(getLetterhead, {}) })
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        <>
          <TextLink to="/documents">{words.back}</TextLink>
          <DownloadButton get={() => download(previewDocument, { query: {} })}>{words.sample}</DownloadButton>
        </>
      }
    >
      <CodeWarning />
      <Section title={words.letterhead}>
        <ProblemNote error={letterhead.error} onRetry={() => letterhead.refetch()} />
        {letterhead.isPending ? <Skeleton height={260} /> : null}
        {letterhead.data === undefined ? null : (
          <>
            <LetterheadForm key={letterhead.data.version} letterhead={letterhead.data} />
            <EmblemField emblem={letterhead.data.emblem} />
          </>
        )}
      </Section>
      <SignatoriesSection />
      <SeriesSection />
    </Page>
  )
}
