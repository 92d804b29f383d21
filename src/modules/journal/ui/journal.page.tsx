import { Button, MultiSelect, Select, Text, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call, download } from '../../../web/api.ts'
import { sayMoment } from '../../../web/formats.ts'
import { DataTable } from '../../../web/kit/data-table.tsx'
import { DownloadButton } from '../../../web/kit/download-button.tsx'
import { Filters } from '../../../web/kit/filters.tsx'
import { ButtonLink } from '../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../web/kit/page.tsx'
import { Pager } from '../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../web/language.tsx'
import { ACTION_CODES, KIND_CODES, nameOfAction, nameOfKind } from '../actions.contract.ts'
import { exportJournal, type JournalRow, listJournal } from '../journal.contract.ts'
import type { JournalSearch } from './journal.search.ts'
import { journalWords } from './words.ts'

const SIZE = 50
/** Shown at first; what is older is asked for. */
const DAYS = 30

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** Who did what in the district, and how its accounts came in. */
export function JournalPage(): ReactNode {
  const words = useWords(journalWords)
  const { language } = useLanguage()
  const search = useSearch({ from: '/journal' })
  const navigate = useNavigate({ from: '/journal' })
  const { page = 1, ...rest } = search
  const action = ACTION_CODES.filter((one) => search.action?.includes(one))
  const kind = KIND_CODES.find((one) => one === search.kind)
  const query = { ...rest, action, kind, from: search.from ?? daysAgo(DAYS) }
  const journal = useQuery({
    queryKey: ['journal', query, page],
    queryFn: ({ signal }) => call(listJournal, { query: { ...query, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const change = (part: Partial<JournalSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const isNarrowed = search.accountId !== undefined || search.objectId !== undefined
  return (
    <Page
      title={words.title}
      about={journal.data === undefined ? '\u00a0' : words.inAll(journal.data.total)}
      actions={
        <>
          <DownloadButton get={() => download(exportJournal, { query })}>{words.save}</DownloadButton>
          <ButtonLink to="/accounts/rules" variant="subtle">
            {words.rules}
          </ButtonLink>
        </>
      }
    >
      <Filters search={<SearchBox label={words.search} value={search.who} onChange={(who) => change({ who })} />}>
        <TextInput
          type="date"
          label={words.from}
          value={query.from}
          onChange={(e) => change({ from: e.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label={words.to}
          value={search.to ?? ''}
          onChange={(e) => change({ to: e.currentTarget.value || undefined })}
        />
        <MultiSelect
          label={words.actions}
          searchable
          clearable
          data={ACTION_CODES.map((value) => ({ value, label: nameOfAction(value, language) }))}
          value={action}
          onChange={(chosen) => change({ action: chosen.length === 0 ? undefined : chosen })}
        />
        <Select
          label={words.kind}
          placeholder={words.any}
          searchable
          clearable
          data={KIND_CODES.map((value) => ({ value, label: nameOfKind(value, language) }))}
          value={kind ?? null}
          onChange={(chosen) => change({ kind: chosen ?? undefined, objectId: undefined })}
        />
      </Filters>
      {isNarrowed ? (
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => change({ accountId: undefined, objectId: undefined, kind: undefined })}
        >
          {words.clear}
        </Button>
      ) : null}
      <ProblemNote error={journal.error} onRetry={() => journal.refetch()} />
      <DataTable
        caption={words.title}
        columns={[
          { key: 'at', title: words.at, cell: ({ at }) => sayMoment(at, language) },
          { key: 'who', title: words.who, cell: (row) => <Who row={row} onOnly={(id) => change({ accountId: id })} /> },
          { key: 'what', title: words.what, cell: ({ action }) => nameOfAction(action, language) },
          {
            key: 'object',
            title: words.object,
            cell: ({ object }) => <What object={object} onOnly={(one, objectId) => change({ kind: one, objectId })} />,
          },
          {
            key: 'details',
            title: words.details,
            cell: ({ details }) => (
              <Text span size="xs" c="dimmed" className="rost-breaks">
                {details === null ? '—' : sayDetails(details)}
              </Text>
            ),
          },
        ]}
        rows={journal.isError ? [] : journal.data?.items}
        keyOf={({ id }) => id}
        empty={journal.isError ? null : <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>}
      />
      <Pager
        page={page}
        size={SIZE}
        total={journal.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}

function Who({ row, onOnly }: { row: JournalRow; onOnly(id: number): void }): ReactNode {
  const words = useWords(journalWords)
  const { who, as, by } = row
  if (who === null) return words.by[by]
  const name = who.name ?? words.gone(who.id)
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        className="rost-own-name"
        px={0}
        aria-label={words.onlyThem(name)}
        onClick={() => onOnly(who.id)}
      >
        {name}
      </Button>
      {as === null ? null : (
        <Text span size="xs" display="block">
          {words.asWhom(as.name ?? words.gone(as.id))}
        </Text>
      )}
    </>
  )
}

type WhatProps = { readonly object: JournalRow['object']; onOnly(kind: string, id: number): void }

function What({ object, onOnly }: WhatProps): ReactNode {
  const words = useWords(journalWords)
  const { language } = useLanguage()
  if (object === null) return '—'
  const { kind, id } = object
  const name = object.name ?? words.gone(id)
  return (
    <>
      <Text span size="xs" c="dimmed" display="block">
        {nameOfKind(kind, language)}
      </Text>
      <Button
        size="compact-sm"
        variant="subtle"
        className="rost-own-name"
        px={0}
        aria-label={words.onlyThis(name)}
        onClick={() => onOnly(kind, id)}
      >
        {name}
      </Button>
    </>
  )
}

/** `fields: birthOn, sex`: codes as they are kept, for who compares them with the description of the API. */
const sayDetails = (details: NonNullable<JournalRow['details']>): string =>
  Object.entries(details)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : JSON.stringify(value)}`)
    .join('; ')
