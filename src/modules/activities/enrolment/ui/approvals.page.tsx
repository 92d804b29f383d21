import { Button, Group, Textarea } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment, sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { FormCard, useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { decideEnrolments, type Enrolment, listApprovals } from '../enrolment.contract.ts'
import { enrolmentWords } from './words.ts'

const SIZE = 100

/** One's own people who ask to go to events: agreed to in bulk, or declined with a reason. */
export function ApprovalsPage(): ReactNode {
  const words = useWords(enrolmentWords)
  const { language } = useLanguage()
  const { page = 1 } = useSearch({ from: '/enrolments/approvals' })
  const navigate = useNavigate({ from: '/enrolments/approvals' })
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const list = useQuery({
    queryKey: ['approvals', page],
    queryFn: ({ signal }) => call(listApprovals, { query: { page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={words.approvals} about={words.approvalsAbout}>
      <ProblemNote error={list.error} onRetry={() => list.refetch()} />
      <DataTable
        caption={words.approvals}
        columns={[
          { key: 'who', title: words.who, cell: ({ person }) => person.name },
          {
            key: 'event',
            title: words.event,
            cell: ({ event }) => (
              <TextLink to="/events/$id" params={{ id: String(event.id) }}>
                {event.title}
              </TextLink>
            ),
          },
          { key: 'day', title: words.day, cell: ({ event }) => sayShortDay(event.startsOn, language) },
          { key: 'asked', title: words.askedAt, cell: ({ askedAt }) => sayMoment(askedAt, language) },
          {
            key: 'why',
            title: words.why,
            cell: ({ nominatedBy, reason }) =>
              nominatedBy === null ? words.self : `${words.sentBy(nominatedBy)}: ${reason}`,
          },
        ]}
        rows={list.isError ? [] : list.data?.items}
        keyOf={({ id }) => id}
        chosen={{
          keys: chosen,
          choose: (keys, isChosen) =>
            setChosen(isChosen ? chosen.union(new Set(keys)) : chosen.difference(new Set(keys))),
          nameOf: ({ person, event }: Enrolment) => `${person.name}, ${event.title}`,
        }}
        empty={list.isError ? null : <EmptyNote title={words.approvalsNone}>{words.approvalsNoneDetail}</EmptyNote>}
      />
      <Pager
        page={page}
        size={SIZE}
        total={list.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
      {list.data?.total ? <Deciding ids={[...chosen].map(Number)} onDone={() => setChosen(new Set())} /> : null}
    </Page>
  )
}

type DecidingProps = { readonly ids: readonly number[]; onDone(): void }

function Deciding({ ids, onDone }: DecidingProps): ReactNode {
  const words = useWords(enrolmentWords)
  const [declining, setDeclining] = useState(false)
  const approving = useForm({
    save: (key) => call(decideEnrolments, { body: { ids: [...ids], outcome: 'approve' } }, { key }),
    touches: [['approvals'], ['tasks'], ['participants']],
    saved: words.decided(ids.length),
    onDone,
  })
  if (declining) {
    return (
      <DeclineForm
        ids={ids}
        onDone={() => {
          setDeclining(false)
          onDone()
        }}
        onCancel={() => setDeclining(false)}
      />
    )
  }
  return (
    <>
      <ProblemNote error={approving.error} />
      <Group gap="xs">
        <Button disabled={ids.length === 0} loading={approving.busy} onClick={(event) => approving.submit(event)}>
          {words.approve(ids.length)}
        </Button>
        <Button variant="default" disabled={ids.length === 0} onClick={() => setDeclining(true)}>
          {words.decline(ids.length)}
        </Button>
      </Group>
    </>
  )
}

function DeclineForm({ ids, onDone, onCancel }: DecidingProps & { onCancel(): void }): ReactNode {
  const words = useWords(enrolmentWords)
  const [reason, setReason] = useState('')
  const form = useForm({
    save: (key) => call(decideEnrolments, { body: { ids: [...ids], outcome: 'decline', reason } }, { key }),
    touches: [['approvals'], ['tasks'], ['participants']],
    saved: words.decided(ids.length),
    onDone,
  })
  return (
    <FormCard form={form} label={words.declineTitle} save={words.declineSave} cancel={words.cancel} onCancel={onCancel}>
      <Textarea
        label={words.declineTitle}
        description={words.declineHint}
        className="rost-wide"
        autoFocus
        autosize
        required
        maxLength={1_000}
        value={reason}
        error={form.fault('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormCard>
  )
}
