import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call, download } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { ButtonLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { exportMyData } from '../../../privacy/copy/copy.contract.ts'
import { MyLooks, openingWords } from '../../../registry/ui/index.ts'
import { nameOfAction } from '../../actions.contract.ts'
import { listMySights, type Sight } from '../sights.contract.ts'
import { sightWords } from './words.ts'

const SIZE = 50

/** Who looked at one's own data, when and what for; and who looked with one's own eyes. */
export function MySightsPage(): ReactNode {
  const words = useWords(sightWords)
  const { language } = useLanguage()
  const { page = 1 } = useSearch({ from: '/my/sights' })
  const navigate = useNavigate({ from: '/my/sights' })
  const sights = useQuery({
    queryKey: ['my-sights', page],
    queryFn: () => call(listMySights, { query: { page, size: SIZE } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={words.sights}
      about={words.sightsAbout}
      actions={
        <>
          <DownloadButton get={() => download(exportMyData, { query: { format: 'html' } })}>
            {words.copy}
          </DownloadButton>
          <DownloadButton get={() => download(exportMyData, { query: { format: 'json' } })}>
            {words.copyData}
          </DownloadButton>
          <ButtonLink to="/personal-data" variant="default">
            {words.toRegister}
          </ButtonLink>
        </>
      }
    >
      <ProblemNote error={sights.error} onRetry={() => sights.refetch()} />
      <DataTable
        caption={words.sights}
        columns={[
          { key: 'at', title: words.at, cell: ({ at }) => sayMoment(at, language) },
          { key: 'who', title: words.who, cell: (sight) => <Who sight={sight} /> },
          { key: 'did', title: words.did, cell: (sight) => <What sight={sight} /> },
          { key: 'why', title: words.why, cell: (sight) => <Why sight={sight} /> },
        ]}
        rows={sights.isError ? [] : sights.data?.items}
        keyOf={({ id }) => id}
        empty={sights.isError ? null : <EmptyNote title={words.nobodyLooked}>{words.nobodyLookedDetail}</EmptyNote>}
      />
      <Pager
        page={page}
        size={SIZE}
        total={sights.data?.total}
        onPage={(to) => navigate({ search: () => ({ page: to }) })}
      />
      <MyLooks />
    </Page>
  )
}

function Who({ sight: { who, asWhom } }: { readonly sight: Sight }): ReactNode {
  const words = useWords(sightWords)
  return (
    <>
      {who ?? words.unknown}
      {asWhom === null ? null : <Aside>{words.asWhom(asWhom)}</Aside>}
    </>
  )
}

function What({ sight: { action, island, people } }: { readonly sight: Sight }): ReactNode {
  const words = useWords(sightWords)
  const { language } = useLanguage()
  return (
    <>
      {nameOfAction(action, language)}
      {island === null || people === 1 ? null : <Aside>{words.islands[island] ?? island}</Aside>}
      {people === 1 ? null : <Aside>{words.among(people)}</Aside>}
    </>
  )
}

function Why({ sight: { purpose, reason } }: { readonly sight: Sight }): ReactNode {
  const { purposes } = useWords(openingWords)
  const named = Object.entries(purposes).find(([code]) => code === purpose)?.[1]
  return (
    <>
      {named ?? '—'}
      {reason === null ? null : <Aside>{reason}</Aside>}
    </>
  )
}

const Aside = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <Text span size="xs" c="dimmed" display="block">
    {children}
  </Text>
)
