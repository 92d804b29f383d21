import { Select } from '@mantine/core'
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
import { ValueSelect } from '../../../registry/ui/index.ts'
import {
  exportProgrammes,
  listProgrammes,
  PROGRAMME_FORMS,
  PROGRAMME_KINDS,
  PROGRAMME_STATES,
  type ProgrammeLine,
} from '../programmes.contract.ts'
import type { ProgrammesSearch } from './programmes.search.ts'
import { ProgrammeMark } from './state.mark.tsx'
import { programmeWords } from './words.ts'

const SIZE = 50

/** Programmes of further training: the register, and what is on its way there. */
export function ProgrammesPage(): ReactNode {
  const words = useWords(programmeWords)
  const { page = 1, sort = 'title', state, ...filters } = useSearch({ from: '/programmes' })
  const navigate = useNavigate({ from: '/programmes' })
  const asked = { ...filters, sort, ...(state !== undefined && { state: [state] }) }
  const programmes = useQuery({
    queryKey: ['programmes', asked, page],
    queryFn: ({ signal }) => call(listProgrammes, { query: { ...asked, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const change = (part: Partial<ProgrammesSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const isFiltered = [state, ...Object.values(filters)].some((value) => value !== undefined)
  const { data } = programmes
  return (
    <Page
      title={words.title}
      about={data === undefined ? '\u00a0' : words.count(data.total)}
      actions={
        <>
          {data?.can.includes('ask') ? (
            <ButtonLink to="/programmes/request" variant="default">
              {words.ask}
            </ButtonLink>
          ) : null}
          {data?.can.includes('draft') ? <ButtonLink to="/programmes/new">{words.draft}</ButtonLink> : null}
        </>
      }
    >
      <Filters search={<SearchBox label={words.search} value={filters.q} onChange={(q) => change({ q })} />} count={5}>
        <ProgrammeFilters search={{ ...filters, state }} onChange={change} />
      </Filters>
      <ProblemNote error={programmes.error} onRetry={() => programmes.refetch()} />
      {(data?.total ?? 0) === 0 || !data?.can.includes('export') ? null : (
        <div className="rost-no-print">
          <DownloadButton size="xs" get={() => download(exportProgrammes, { query: asked })}>
            {words.takeAway}
          </DownloadButton>
        </div>
      )}
      <DataTable
        caption={words.title}
        columns={useColumns()}
        rows={programmes.isError ? [] : data?.items}
        keyOf={({ id }) => id}
        sort={sort}
        onSort={(to) => change({ sort: to as ProgrammesSearch['sort'] })}
        empty={
          programmes.isError ? null : isFiltered ? (
            <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>
          ) : (
            <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>
          )
        }
      />
      <Pager
        page={page}
        size={SIZE}
        total={data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}

function useColumns(): Column<ProgrammeLine>[] {
  const words = useWords(programmeWords)
  const { language } = useLanguage()
  return [
    {
      key: 'title',
      title: words.name,
      sort: 'title',
      cell: ({ id, title, edition }) => (
        <>
          <TextLink to="/programmes/$id" params={{ id: String(id) }} className="rost-own-name">
            {title}
          </TextLink>
          {edition === 1 ? null : ` (${words.editionOf(edition)})`}
        </>
      ),
    },
    { key: 'kind', title: words.kind, cell: ({ kind }) => words.kinds[kind] },
    { key: 'form', title: words.form, cell: ({ form }) => words.forms[form] },
    { key: 'hours', title: words.hours, sort: 'hours', number: true, cell: ({ hours }) => hours ?? '—' },
    {
      key: 'lead',
      title: words.lead,
      cell: ({ lead, networked }) => (
        <>
          <span className="rost-own-name">{lead ?? '—'}</span>
          {networked ? ` (${words.networked})` : ''}
        </>
      ),
    },
    { key: 'number', title: words.number, sort: 'number', cell: ({ number }) => number ?? '—' },
    {
      key: 'valid',
      title: words.valid,
      sort: 'validUntil',
      cell: ({ validUntil }) => (validUntil === null ? '—' : words.validUntil(sayShortDay(validUntil, language))),
    },
    {
      key: 'state',
      title: words.state,
      sort: 'state',
      cell: ({ state, expired }) => <ProgrammeMark state={state} expired={expired} />,
    },
  ]
}

type FiltersProps = { readonly search: ProgrammesSearch; onChange(part: Partial<ProgrammesSearch>): void }

function ProgrammeFilters({ search, onChange }: FiltersProps): ReactNode {
  const words = useWords(programmeWords)
  const { state, kind, form, topic, selfStudy } = search
  return (
    <>
      <Select
        label={words.state}
        placeholder={words.all}
        clearable
        data={PROGRAMME_STATES.map((value) => ({ value, label: words.states[value] }))}
        value={state ?? null}
        onChange={(value) => onChange({ state: PROGRAMME_STATES.find((one) => one === value) })}
      />
      <Select
        label={words.kind}
        placeholder={words.all}
        clearable
        data={PROGRAMME_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind ?? null}
        onChange={(value) => onChange({ kind: PROGRAMME_KINDS.find((one) => one === value) })}
      />
      <Select
        label={words.form}
        placeholder={words.all}
        clearable
        data={PROGRAMME_FORMS.map((value) => ({ value, label: words.forms[value] }))}
        value={form ?? null}
        onChange={(value) => onChange({ form: PROGRAMME_FORMS.find((one) => one === value) })}
      />
      <ValueSelect
        label={words.topic}
        list="topic"
        had={null}
        value={topic === undefined ? '' : String(topic)}
        error={undefined}
        onChange={(id) => onChange({ topic: id === '' ? undefined : Number(id) })}
      />
      <Select
        label={words.bySelf}
        placeholder={words.all}
        clearable
        data={(['yes', 'no'] as const).map((value) => ({ value, label: words[value] }))}
        value={selfStudy ?? null}
        onChange={(value) => onChange({ selfStudy: (['yes', 'no'] as const).find((one) => one === value) })}
      />
    </>
  )
}
