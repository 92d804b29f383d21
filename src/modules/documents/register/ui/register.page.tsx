import { Select, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call, download } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { Filters } from '../../../../web/kit/filters.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { PAPER_KINDS } from '../../papers/kinds.contract.ts'
import { StateMark } from '../../ui/state.mark.tsx'
import { documentWords } from '../../ui/words.ts'
import { DOCUMENT_STATES, type DocumentLine, exportDocuments, listDocuments } from '../documents.contract.ts'
import { registerWords } from './words.ts'

const SIZE = 50

/** The register: all that was given, found by name, number, kind, state and day. */
export function RegisterPage(): ReactNode {
  const words = useWords(registerWords)
  const { page = 1, sort, ...filters } = useSearch({ from: '/documents' })
  const navigate = useNavigate({ from: '/documents' })
  const change = (part: object): void => {
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  }
  const documents = useQuery({
    queryKey: ['documents', filters, sort, page],
    queryFn: ({ signal }) => call(listDocuments, { query: { ...filters, sort, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const mayGive = documents.data?.can.includes('issue') === true
  const mayConfirm = useMay('claim.confirm')
  const mayTell = useMay('document.federal')
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        <>
          {mayConfirm ? (
            <>
              <ButtonLink to="/documents/claims" variant="default">
                {words.claims}
              </ButtonLink>
              <ButtonLink to="/documents/deeds" variant="default">
                {words.elsewhere}
              </ButtonLink>
            </>
          ) : null}
          {mayTell ? (
            <ButtonLink to="/documents/federal" variant="default">
              {words.federal}
            </ButtonLink>
          ) : null}
          {mayGive ? (
            <>
              <ButtonLink to="/documents/settings" variant="default">
                {words.settings}
              </ButtonLink>
              <ButtonLink to="/documents/new">{words.give}</ButtonLink>
            </>
          ) : null}
        </>
      }
    >
      <Filters search={<SearchBox label={words.search} value={filters.q} onChange={(q) => change({ q })} />}>
        <RegisterFilters filters={filters} onChange={change} />
      </Filters>
      <ProblemNote error={documents.error} onRetry={() => documents.refetch()} />
      {(documents.data?.total ?? 0) === 0 ? null : (
        <div className="rost-no-print">
          <DownloadButton size="xs" get={() => download(exportDocuments, { query: { ...filters, sort } })}>
            {words.takeAway}
          </DownloadButton>
        </div>
      )}
      <DataTable
        caption={words.title}
        columns={useColumns()}
        rows={documents.isError ? [] : documents.data?.items}
        keyOf={({ id }) => id}
        sort={sort ?? '-issued'}
        onSort={(next) => change({ sort: next })}
        empty={
          documents.isError ? null : (
            <EmptyNote title={words.none}>
              {isFiltered ? words.noneFound : mayGive ? words.noneYet : words.noneRead}
            </EmptyNote>
          )
        }
      />
      <Pager
        page={page}
        size={SIZE}
        total={documents.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}

function useColumns(): Column<DocumentLine>[] {
  const words = useWords(registerWords)
  const { shortKinds } = useWords(documentWords)
  const { language } = useLanguage()
  return [
    {
      key: 'number',
      title: words.number,
      sort: 'number',
      cell: ({ id, number }) => (
        <TextLink to="/documents/$id" params={{ id: String(id) }}>
          {number}
        </TextLink>
      ),
    },
    { key: 'holder', title: words.holder, sort: 'holder', cell: ({ holder }) => holder },
    { key: 'kind', title: words.kind, cell: ({ kind }) => shortKinds[kind] },
    { key: 'what', title: words.what, cell: ({ title }) => title },
    { key: 'issued', title: words.issued, sort: 'issued', cell: ({ issuedOn }) => sayShortDay(issuedOn, language) },
    { key: 'state', title: words.state, cell: ({ state }) => <StateMark state={state} /> },
  ]
}

type FiltersProps = {
  readonly filters: {
    readonly kind?: DocumentLine['kind'] | undefined
    readonly state?: DocumentLine['state'] | undefined
    readonly from?: string | undefined
    readonly to?: string | undefined
  }
  onChange(part: object): void
}

function RegisterFilters({ filters: { kind, state, from, to }, onChange }: FiltersProps): ReactNode {
  const words = useWords(registerWords)
  const { shortKinds, states } = useWords(documentWords)
  return (
    <>
      <Select
        label={words.kind}
        placeholder={words.all}
        clearable
        data={PAPER_KINDS.map((value) => ({ value, label: shortKinds[value] }))}
        value={kind ?? null}
        onChange={(value) => onChange({ kind: value ?? undefined })}
      />
      <Select
        label={words.state}
        placeholder={words.all}
        clearable
        data={DOCUMENT_STATES.map((value) => ({ value, label: states[value] }))}
        value={state ?? null}
        onChange={(value) => onChange({ state: value ?? undefined })}
      />
      <TextInput
        type="date"
        label={words.from}
        value={from ?? ''}
        onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={words.to}
        value={to ?? ''}
        onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
      />
    </>
  )
}
