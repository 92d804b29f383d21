import { Button, Select, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay, today } from '../../../../web/formats.ts'
import { type Column, DataTable } from '../../../../web/kit/data-table.tsx'
import { Filters } from '../../../../web/kit/filters.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { OrganisationSelect } from '../../../registry/ui/index.ts'
import { EVENT_REQUEST_STATES, type EventRequest, listEventRequests } from '../event-requests.contract.ts'
import { AnswerEvent } from './answer.event.tsx'
import type { EventRequestsSearch as Search } from './event-requests.search.ts'
import { NameForm } from './name.form.tsx'
import { EventRequestMark } from './state.mark.tsx'
import { eventRequestWords } from './words.ts'

const SIZE = 50
const YEARS_BACK = 5

/** What of an address the server is asked for: who has waited longest for an answer comes first. */
function filtersOf({ q, state, organisation, year, event, sort }: Search) {
  const order: Search['sort'] = sort ?? (state === 'asked' ? 'asked' : '-asked')
  return {
    sort: order,
    ...(q !== undefined && { q }),
    ...(state !== undefined && { state: [state] }),
    ...(organisation !== undefined && { organisation: [organisation] }),
    ...(year !== undefined && { year }),
    ...(event !== undefined && { event }),
  }
}

/** What organisations ask the centre to hold: one inbox for it, and what came of it for those who asked. */
export function EventRequestsPage(): ReactNode {
  const words = useWords(eventRequestWords)
  const search = useSearch({ from: '/event-requests' })
  const navigate = useNavigate({ from: '/event-requests' })
  const answers = useMay('event_request.answer')
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const [naming, setNaming] = useState(false)
  const chooseNone = (): void => {
    setChosen(new Set())
    setNaming(false)
  }
  const change = (part: Partial<Search>): void => {
    chooseNone()
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  }
  const query = { ...filtersOf(search), page: search.page ?? 1, size: SIZE }
  const list = useQuery({
    queryKey: ['event-requests', query],
    queryFn: ({ signal }) => call(listEventRequests, { query }, { signal }),
    placeholderData: keepPreviousData,
  })
  const rows = list.isError ? [] : list.data?.items
  const isFiltered = [search.q, search.state, search.organisation, search.year, search.event].some(
    (one) => one !== undefined,
  )
  const open = (rows ?? []).filter(({ id, can }) => chosen.has(id) && can.includes('name'))
  const { asked = 0, held = 0 } = list.data?.satisfied ?? {}
  const columns = useColumns()
  return (
    <Page
      title={words.title}
      about={asked === 0 ? words.about : `${words.about} ${words.satisfied(held, asked)}`}
      actions={list.data?.can.includes('ask') ? <ButtonLink to="/event-requests/new">{words.ask}</ButtonLink> : null}
    >
      <Filters search={<SearchBox label={words.search} value={search.q} onChange={(q) => change({ q })} />} count={3}>
        <RequestFilters search={search} onChange={change} />
      </Filters>
      {search.event === undefined ? null : (
        <TextLink to="/event-requests" size="sm">
          {words.ofAllEvents}
        </TextLink>
      )}
      <ProblemNote error={list.error} onRetry={() => list.refetch()} />
      <DataTable
        caption={words.title}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        sort={query.sort}
        onSort={(sort) => change({ sort: SORTS.find((one) => one === sort) })}
        {...(answers && {
          chosen: {
            keys: chosen,
            choose: (keys: readonly (string | number)[], isChosen: boolean) =>
              setChosen(isChosen ? chosen.union(new Set(keys)) : chosen.difference(new Set(keys))),
            nameOf: ({ title, organisation }: EventRequest) => `${title}, ${organisation.name}`,
          },
        })}
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
          chooseNone()
          void navigate({ search: (before) => ({ ...before, page }) })
        }}
      />
      {!answers || rows === undefined || rows.length === 0 ? null : open.length === 0 ? (
        <Text size="sm">{words.choose}</Text>
      ) : naming ? (
        <NameForm requests={open} onDone={chooseNone} onCancel={() => setNaming(false)} />
      ) : (
        <div>
          <Button onClick={() => setNaming(true)}>{words.nameSome(open.length)}</Button>
        </div>
      )}
    </Page>
  )
}

const SORTS = ['asked', '-asked', 'wished', '-wished', 'organisation', '-organisation', 'title', '-title'] as const

function useColumns(): Column<EventRequest>[] {
  const words = useWords(eventRequestWords)
  const { language } = useLanguage()
  const day = (iso: string | null): string | null => (iso === null ? null : sayShortDay(iso, language))
  return [
    {
      key: 'title',
      title: words.topic,
      sort: 'title',
      cell: ({ id, title, about }) => (
        <>
          <TextLink to="/event-requests/$id" params={{ id: String(id) }}>
            <span className="rost-own-name">{title}</span>
          </TextLink>
          {about === '' ? null : (
            <Text size="xs" c="dimmed" className="rost-own-name" lineClamp={2}>
              {about}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'organisation',
      title: words.organisation,
      sort: 'organisation',
      cell: ({ organisation }) => <span className="rost-own-name">{organisation.name}</span>,
    },
    {
      key: 'wished',
      title: words.wished,
      sort: 'wished',
      cell: ({ from, until }) => words.period(day(from), day(until)),
    },
    { key: 'people', title: words.people, number: true, cell: ({ people }) => people?.toLocaleString(language) ?? '—' },
    { key: 'asked', title: words.asked, sort: 'asked', cell: ({ askedOn }) => sayShortDay(askedOn, language) },
    {
      key: 'state',
      title: words.state,
      cell: ({ state, word }) => (
        <>
          <EventRequestMark state={state} />
          {word === null ? null : (
            <Text size="xs" c="dimmed">
              {words.because(word)}
            </Text>
          )}
        </>
      ),
    },
    { key: 'event', title: words.event, cell: ({ event }) => <AnswerEvent event={event} /> },
  ]
}

type FiltersProps = { readonly search: Search; onChange(part: Partial<Search>): void }

function RequestFilters({ search, onChange }: FiltersProps): ReactNode {
  const words = useWords(eventRequestWords)
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
        data={EVENT_REQUEST_STATES.map((value) => ({ value, label: words.states[value] }))}
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
