import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call, download } from '../../../../web/api.ts'
import { sayCount, sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { StateMark } from '../../ui/state.mark.tsx'
import { documentWords } from '../../ui/words.ts'
import { getDocumentPaper, listMyDocuments } from '../documents.contract.ts'
import { registerWords } from './words.ts'

/** What the district has given one: for a phone first. */
export function MyDocumentsPage(): ReactNode {
  const words = useWords(registerWords)
  const { shortKinds, hours: sayHours, download: take } = useWords(documentWords)
  const { language } = useLanguage()
  const documents = useQuery({ queryKey: ['my-documents'], queryFn: () => call(listMyDocuments, {}) })
  return (
    <Page
      title={words.mine}
      about={words.mineAbout}
      actions={
        <>
          <TextLink to="/my">{words.toMine}</TextLink>
          <ButtonLink to="/my/claims" variant="default">
            {words.claim}
          </ButtonLink>
          <ButtonLink to="/my/deeds" variant="default">
            {words.elsewhere}
          </ButtonLink>
        </>
      }
    >
      <ProblemNote error={documents.error} onRetry={() => documents.refetch()} />
      <DataTable
        caption={words.mine}
        columns={[
          {
            key: 'what',
            title: words.what,
            cell: ({ title, hours }) => (hours === null ? title : `${title}, ${sayHours(sayCount(hours, language))}`),
          },
          { key: 'kind', title: words.kind, cell: ({ kind }) => shortKinds[kind] },
          { key: 'number', title: words.number, cell: ({ number }) => number },
          { key: 'issued', title: words.issued, cell: ({ issuedOn }) => sayShortDay(issuedOn, language) },
          { key: 'state', title: words.state, cell: ({ state }) => <StateMark state={state} /> },
          {
            key: 'take',
            title: '',
            cell: ({ id, state, number }) =>
              state === 'printing' ? null : (
                <DownloadButton
                  size="xs"
                  aria-label={`${take} ${number}`}
                  get={() => download(getDocumentPaper, { params: { id } })}
                >
                  {take}
                </DownloadButton>
              ),
          },
        ]}
        rows={documents.isError ? [] : documents.data?.items}
        keyOf={({ id }) => id}
        empty={documents.isError ? null : <EmptyNote title={words.mineNone}>{words.mineNoneDetail}</EmptyNote>}
      />
    </Page>
  )
}
