import { Select, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call, download } from '../../../../web/api.ts'
import { sayShortDay, today } from '../../../../web/formats.ts'
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
import { OrganisationSelect } from '../../../registry/ui/index.ts'
import { exportInHouse, type InHouse, listInHouse } from '../in-house.contract.ts'
import { ATTESTING_STATES } from '../states.contract.ts'
import { Evidence } from './evidence.tsx'
import type { InHouseSearch as Search } from './in-house.search.ts'
import { AttestingMark } from './state.mark.tsx'
import { InHouseSteps } from './steps.tsx'
import { inHouseWords } from './words.ts'

const SIZE = 50
const YEARS_BACK = 5

/** What of an address the server is asked for: what waits for the centre begins with who has waited longest. */
function filtersOf({ q, state, organisation, year, sort }: Search) {
  const order: Search['sort'] = sort ?? (state === 'asked' ? 'asked' : '-held')
  return {
    sort: order,
    ...(q !== undefined && { q }),
    ...(state !== undefined && { state: [state] }),
    ...(organisation !== undefined && { organisation: [organisation] }),
    ...(year !== undefined && { year }),
  }
}

/** What organisations held for their own people: noted, asked for, attested, as many at once as are chosen. */
export function InHousePage(): ReactNode {
  const words = useWords(inHouseWords)
  const search = useSearch({ from: '/in-house' })
  const navigate = useNavigate({ from: '/in-house' })
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const change = (part: Partial<Search>): void => {
    setChosen(new Set())
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  }
  const query = { ...filtersOf(search), page: search.page ?? 1, size: SIZE }
  const list = useQuery({
    queryKey: ['in-house', 'list', query],
    queryFn: ({ signal }) => call(listInHouse, { query }, { signal }),
    placeholderData: keepPreviousData,
  })
  const rows = list.isError ? [] : list.data?.items
  const isFiltered = [search.q, search.state, search.organisation, search.year].some((one) => one !== undefined)
  const attests = list.data?.can.includes('attest') === true
  const names = { ...words, return: words.giveBack }
  const columns = useColumns()
  return (
    <Page
      title={words.title}
      about={list.data?.required ? `${words.about} ${words.required}` : words.about}
      actions={
        <>
          {attests ? <TextLink to="/in-house/rule">{words.rule}</TextLink> : null}
          {list.data?.can.includes('record') ? <ButtonLink to="/in-house/new">{words.record}</ButtonLink> : null}
        </>
      }
    >
      <Filters search={<SearchBox label={words.search} value={search.q} onChange={(q) => change({ q })} />} count={3}>
        <InHouseFilters search={search} onChange={change} />
      </Filters>
      <ProblemNote error={list.error} onRetry={() => list.refetch()} />
      {(list.data?.total ?? 0) === 0 ? null : (
        <div className="rost-no-print">
          <DownloadButton size="xs" get={() => download(exportInHouse, { query: filtersOf(search) })}>
            {words.takeAway}
          </DownloadButton>
        </div>
      )}
      <DataTable
        caption={words.title}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        sort={query.sort}
        onSort={(sort) => change({ sort: SORTS.find((one) => one === sort) })}
        chosen={{
          keys: chosen,
          choose: (keys, isChosen) =>
            setChosen(isChosen ? chosen.union(new Set(keys)) : chosen.difference(new Set(keys))),
          nameOf: ({ title, organiser }: InHouse) => `${title}, ${organiser.name}`,
        }}
        empty={
          list.isError ? null : isFiltered ? (
            <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>
          ) : (
            <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>
          )
        }
      />
      <Pager
        page={search.page ?? 1}
        size={SIZE}
        total={list.data?.total}
        onPage={(page) => {
          setChosen(new Set())
          void navigate({ search: (before) => ({ ...before, page }) })
        }}
      />
      {rows === undefined || rows.length === 0 ? null : chosen.size === 0 ? (
        <Text size="sm">{words.choose}</Text>
      ) : (
        <InHouseSteps
          events={rows.filter(({ id }) => chosen.has(id))}
          names={names}
          onDone={() => setChosen(new Set())}
        />
      )}
    </Page>
  )
}

const SORTS = ['held', '-held', 'asked', '-asked', 'organisation', '-organisation', 'title', '-title'] as const

function useColumns(): Column<InHouse>[] {
  const words = useWords(inHouseWords)
  const readsRoll = useMay('event.manage')
  const { language } = useLanguage()
  return [
    {
      key: 'title',
      title: words.name,
      sort: 'title',
      cell: ({ id, title, form, about }) => (
        <>
          <TextLink to="/events/$id" params={{ id: String(id) }}>
            <span className="rost-own-name">{title}</span>
          </TextLink>
          <Text size="xs" c="dimmed" className="rost-own-name" lineClamp={2}>
            {about === '' ? form.label : `${form.label}. ${about}`}
          </Text>
        </>
      ),
    },
    { key: 'day', title: words.day, sort: 'held', cell: ({ heldOn }) => sayShortDay(heldOn, language) },
    {
      key: 'organisation',
      title: words.organisation,
      sort: 'organisation',
      cell: ({ organiser }) => <span className="rost-own-name">{organiser.name}</span>,
    },
    { key: 'hours', title: words.hours, number: true, cell: ({ hours }) => hours?.toLocaleString(language) ?? '—' },
    {
      key: 'people',
      title: words.people,
      number: true,
      cell: ({ id, people }) =>
        readsRoll ? (
          <TextLink to="/events/$id/roll" params={{ id: String(id) }} aria-label={words.peopleOf(people)}>
            {people}
          </TextLink>
        ) : (
          people
        ),
    },
    { key: 'evidence', title: words.evidence, cell: ({ evidence }) => <Evidence evidence={evidence} /> },
    {
      key: 'state',
      title: words.state,
      sort: 'asked',
      cell: ({ state, word }) => (
        <>
          <AttestingMark state={state} />
          {word === null ? null : (
            <Text size="xs" c="dimmed">
              {words.because(word)}
            </Text>
          )}
        </>
      ),
    },
  ]
}

type FiltersProps = { readonly search: Search; onChange(part: Partial<Search>): void }

function InHouseFilters({ search, onChange }: FiltersProps): ReactNode {
  const words = useWords(inHouseWords)
  const thisYear = Number(today().slice(0, 4))
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear - back))
  const numberOf = (value: string | null): number | undefined =>
    value === null || value === '' ? undefined : Number(value)
  return (
    <>
      <Select
        label={words.state}
        placeholder={words.any}
        clearable
        data={ATTESTING_STATES.map((value) => ({ value, label: words.states[value] }))}
        value={search.state ?? null}
        onChange={(value) => onChange({ state: value ?? undefined, sort: undefined })}
      />
      <OrganisationSelect
        label={words.organisation}
        value={search.organisation === undefined ? '' : String(search.organisation)}
        onChange={(value) => onChange({ organisation: numberOf(value) })}
      />
      <Select
        label={words.year}
        placeholder={words.any}
        clearable
        data={years}
        value={search.year === undefined ? null : String(search.year)}
        onChange={(value) => onChange({ year: numberOf(value) })}
      />
    </>
  )
}
