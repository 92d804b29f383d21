import { Button, Stack, Text, Textarea } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { type Candidate, listCandidates, nominate } from '../enrolment.contract.ts'
import { EnrolmentMark } from './state.mark.tsx'
import { enrolmentWords } from './words.ts'

const SIZE = 50
const SORTS = ['name', '-name', 'learned', '-learned', 'attended', '-attended'] as const

/** Whom to send: those the event takes, with what speaks for it. */
export function NominationPage(): ReactNode {
  const words = useWords(enrolmentWords)
  const { language } = useLanguage()
  const { id } = useParams({ from: '/events/$id/nomination' })
  const { q, page = 1, sort = 'learned' } = useSearch({ from: '/events/$id/nomination' })
  const navigate = useNavigate({ from: '/events/$id/nomination' })
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const event = Number(id)
  const list = useQuery({
    queryKey: ['candidates', event, q, page, sort],
    queryFn: ({ signal }) =>
      call(listCandidates, { params: { id: event }, query: { q, page, sort, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const { data } = list
  return (
    <Page
      title={words.nominate}
      about={
        <>
          {data?.rule == null ? null : <span className="rost-own-name">{words.nominateRule(data.rule)} </span>}
          {data?.quota == null ? null : `${words.quotaOf(data.quota)} `}
          {words.nominateAbout}
        </>
      }
      actions={
        <TextLink to="/events/$id/participants" params={{ id }} size="sm">
          {words.participants}
        </TextLink>
      }
    >
      <SearchBox
        label={words.search}
        value={q}
        onChange={(text) => navigate({ search: (before) => ({ ...before, q: text, page: undefined }), replace: true })}
      />
      <ProblemNote error={list.error} onRetry={() => list.refetch()} />
      <DataTable
        caption={words.nominate}
        sort={sort}
        onSort={(by) =>
          navigate({ search: (before) => ({ ...before, sort: SORTS.find((one) => one === by) }), replace: true })
        }
        columns={[
          { key: 'name', title: words.who, sort: 'name', cell: ({ name }) => name },
          { key: 'organisation', title: words.organisation, cell: ({ organisation }) => organisation.name },
          {
            key: 'learned',
            title: words.learned,
            sort: 'learned',
            cell: ({ learnedOn }) => (learnedOn === null ? words.never : sayShortDay(learnedOn, language)),
          },
          { key: 'attended', title: words.attended, sort: 'attended', number: true, cell: (one) => one.attended },
          {
            key: 'state',
            title: words.already,
            cell: ({ state }) => (state === null ? '—' : <EnrolmentMark state={state} />),
          },
        ]}
        rows={list.isError ? [] : data?.items}
        keyOf={(one) => one.id}
        chosen={{
          keys: chosen,
          choose: (keys, isChosen) =>
            setChosen(isChosen ? chosen.union(new Set(keys)) : chosen.difference(new Set(keys))),
          nameOf: ({ name }: Candidate) => name,
        }}
        empty={list.isError ? null : <EmptyNote title={words.nobody}>{words.nobodyDetail}</EmptyNote>}
      />
      <Pager
        page={page}
        size={SIZE}
        total={data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
      <Sending event={event} people={[...chosen].map(Number)} onSent={() => setChosen(new Set())} />
    </Page>
  )
}

type SendingProps = { readonly event: number; readonly people: readonly number[]; onSent(): void }

function Sending({ event, people, onSent }: SendingProps): ReactNode {
  const words = useWords(enrolmentWords)
  const [reason, setReason] = useState('')
  const [told, setTold] = useState<string | null>(null)
  const form = useForm({
    save: (key) => call(nominate, { params: { id: event }, body: { people: [...people], reason } }, { key }),
    touches: [['candidates'], ['participants'], ['queue']],
    saved: words.sentDone,
    onDone: (sent) => {
      setReason('')
      onSent()
      setTold(words.sent(sent))
    },
  })
  return (
    <form className="rost-card" aria-label={words.nominate} onSubmit={form.submit} noValidate>
      <Stack gap="sm">
        <ProblemNote error={form.error} />
        <Textarea
          label={words.nominateReason}
          description={words.nominateReasonHint}
          autosize
          required
          maxLength={1_000}
          value={reason}
          error={form.fault('reason')}
          onChange={(change) => setReason(change.currentTarget.value)}
        />
        {form.fault('people') === undefined ? null : (
          <Text size="sm" c="red" role="alert">
            {form.fault('people')}
          </Text>
        )}
        {told === null ? null : (
          <Text size="sm" role="status">
            {told}
          </Text>
        )}
        <Button type="submit" className="rost-reset" loading={form.busy} disabled={people.length === 0}>
          {words.send(people.length)}
        </Button>
      </Stack>
    </form>
  )
}
