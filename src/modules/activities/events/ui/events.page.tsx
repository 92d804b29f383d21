import { Checkbox, SegmentedControl, Select, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { today } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Filters } from '../../../../web/kit/filters.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { OrganisationSelect } from '../../../registry/ui/index.ts'
import { type EventLine, type EventState, listEvents } from '../events.contract.ts'
import { listEventSeries } from '../series.contract.ts'
import { type EventsSearch, WHENS } from './events.search.ts'
import { sayWhen } from './say-when.ts'
import { StateMark } from './state.mark.tsx'
import { useForms } from './use-forms.ts'
import { eventWords } from './words.ts'

const SIZE = 50
const SORTS = ['heldOn', '-heldOn', 'title', '-title', 'organiser', '-organiser'] as const

/** What of an address the server is asked for: what is ahead begins with the next, what is past with the last. */
function queryOf({ when = 'ahead', q, form, organiser, series, onRequest, sort, page = 1 }: EventsSearch) {
  const day = today()
  const drafts: EventState[] = ['draft']
  return {
    ...{ page, size: SIZE, sort: SORTS.find((one) => one === sort) ?? (when === 'past' ? '-heldOn' : 'heldOn') },
    ...(when === 'ahead' && { from: day }),
    ...(when === 'past' && { to: day }),
    ...(when === 'drafts' && { state: drafts }),
    ...(q !== undefined && { q }),
    ...(form !== undefined && { form: [form] }),
    ...(organiser !== undefined && { organiser: [organiser] }),
    ...(series !== undefined && { series }),
    ...(onRequest !== undefined && { onRequest }),
  }
}

/** Events of the district: what is ahead, what was, what is being planned. */
export function EventsPage(): ReactNode {
  const words = useWords(eventWords)
  const { language } = useLanguage()
  const search = useSearch({ from: '/events' })
  const navigate = useNavigate({ from: '/events' })
  const query = queryOf(search)
  const events = useQuery({
    queryKey: ['events', query],
    queryFn: ({ signal }) => call(listEvents, { query }, { signal }),
    placeholderData: keepPreviousData,
  })
  const change = (part: Partial<EventsSearch>): void =>
    void navigate({ search: (before) => ({ ...before, page: undefined, ...part }), replace: true })
  const plans = useMay('event.manage')
  const managesDistrict = useMay('district.manage')
  const when = search.when ?? 'ahead'
  const isFiltered = [search.q, search.form, search.organiser, search.series, search.onRequest].some(
    (one) => one !== undefined,
  )
  return (
    <Page
      title={words.title}
      about={events.data === undefined ? '\u00a0' : words.count(events.data.total)}
      actions={
        <>
          <ButtonLink to="/events/plan" variant="default">
            {words.calendar}
          </ButtonLink>
          {managesDistrict ? (
            <ButtonLink to="/events/quiet-hours" variant="default">
              {words.quietHours}
            </ButtonLink>
          ) : null}
          {plans ? <PlannerActions /> : null}
        </>
      }
    >
      <SegmentedControl
        aria-label={words.when}
        value={when}
        onChange={(value) => change({ when: WHENS.find((one) => one === value), sort: undefined })}
        data={WHENS.filter((one) => one !== 'drafts' || plans).map((value) => ({ value, label: words.whens[value] }))}
      />
      <Filters search={<SearchBox label={words.search} value={search.q} onChange={(q) => change({ q })} />} count={4}>
        <EventsFilters search={search} onChange={change} />
      </Filters>
      <ProblemNote error={events.error} onRetry={() => events.refetch()} />
      <DataTable
        caption={words.title}
        columns={[
          {
            key: 'title',
            title: words.name,
            sort: 'title',
            cell: (event) => <NameCell event={event} />,
          },
          { key: 'day', title: words.day, sort: 'heldOn', cell: (event) => sayWhen(event, language) },
          { key: 'form', title: words.form, cell: ({ form }) => form.label },
          { key: 'where', title: words.where, cell: (event) => whereOf(event, words.online) },
          { key: 'organiser', title: words.organiser, sort: 'organiser', cell: ({ organiser }) => organiser.name },
          { key: 'state', title: words.state, cell: (event) => <StateMark event={event} /> },
        ]}
        rows={events.isError ? [] : events.data?.items}
        keyOf={({ id }) => id}
        sort={query.sort}
        onSort={(sort) => change({ sort })}
        empty={
          events.isError ? null : isFiltered || when !== 'ahead' ? (
            <EmptyNote title={words.nothing}>{words.nothingDetail}</EmptyNote>
          ) : (
            <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>
          )
        }
      />
      <Pager
        page={search.page ?? 1}
        size={SIZE}
        total={events.data?.total}
        onPage={(page) => navigate({ search: (before) => ({ ...before, page }) })}
      />
    </Page>
  )
}

/** What it is called, and the series it belongs to, which tells what came of all of it. */
function NameCell({ event: { id, title, series } }: { readonly event: EventLine }): ReactNode {
  const words = useWords(eventWords)
  return (
    <>
      <TextLink to="/events/$id" params={{ id: String(id) }}>
        {title}
      </TextLink>
      {series === null ? null : (
        <Text size="xs" c="dimmed">
          {words.series}:{' '}
          <TextLink to="/events/series/$id" params={{ id: String(series.id) }}>
            {series.title}
          </TextLink>
        </Text>
      )}
    </>
  )
}

const whereOf = ({ where, format }: EventLine, online: string): string => where ?? (format === 'online' ? online : '—')

function PlannerActions(): ReactNode {
  const words = useWords(eventWords)
  return (
    <>
      <ButtonLink to="/events/rooms" variant="default">
        {words.rooms}
      </ButtonLink>
      <ButtonLink to="/events/forms" variant="default">
        {words.forms}
      </ButtonLink>
      <ButtonLink to="/events/feedback" variant="default">
        {words.feedback}
      </ButtonLink>
      <ButtonLink to="/events/new">{words.plan}</ButtonLink>
    </>
  )
}

type FiltersProps = { readonly search: EventsSearch; onChange(part: Partial<EventsSearch>): void }

function EventsFilters({ search, onChange }: FiltersProps): ReactNode {
  const words = useWords(eventWords)
  const forms = useForms()
  const series = useQuery({ queryKey: ['events', 'series'], queryFn: () => call(listEventSeries, {}) })
  const numberOf = (id: string | null): number | undefined => (id === null || id === '' ? undefined : Number(id))
  return (
    <>
      <Select
        label={words.form}
        clearable
        searchable
        data={forms}
        value={search.form === undefined ? null : String(search.form)}
        onChange={(form) => onChange({ form: numberOf(form) })}
      />
      <OrganisationSelect
        label={words.organiser}
        value={search.organiser === undefined ? '' : String(search.organiser)}
        onChange={(organiser) => onChange({ organiser: numberOf(organiser) })}
      />
      <Select
        label={words.series}
        clearable
        searchable
        data={(series.data?.items ?? []).map(({ id, title }) => ({ value: String(id), label: title }))}
        value={search.series === undefined ? null : String(search.series)}
        onChange={(id) => onChange({ series: numberOf(id) })}
      />
      <Checkbox
        label={words.onRequestOnly}
        pb="xs"
        style={{ alignSelf: 'end' }}
        checked={search.onRequest === 'yes'}
        onChange={(e) => onChange({ onRequest: e.currentTarget.checked ? 'yes' : undefined })}
      />
    </>
  )
}
