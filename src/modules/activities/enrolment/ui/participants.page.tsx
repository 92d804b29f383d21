import { Button, Group, Select, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { ButtonLink, TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { ENROLMENT_STATES, type Enrolment, listEnrolments } from '../enrolment.contract.ts'
import { AdmissionForm } from './admission.form.tsx'
import { OrderButton } from './order.button.tsx'
import { EnrolmentMark } from './state.mark.tsx'
import { WithdrawForm } from './withdraw.form.tsx'
import { enrolmentWords } from './words.ts'

const SIZE = 50
const SORTS = ['place', '-place', 'name', '-name', 'organisation', '-organisation'] as const

/** Who comes to an event: all for its organiser, their own people for a school. */
export function ParticipantsPage(): ReactNode {
  const words = useWords(enrolmentWords)
  const { id } = useParams({ from: '/events/$id/participants' })
  const { state, page = 1, sort } = useSearch({ from: '/events/$id/participants' })
  const navigate = useNavigate({ from: '/events/$id/participants' })
  const [admitting, setAdmitting] = useState(false)
  const [leaving, setLeaving] = useState<Enrolment | null>(null)
  const event = Number(id)
  const list = useQuery({
    queryKey: ['participants', event, state, page, sort],
    queryFn: ({ signal }) =>
      call(listEnrolments, { params: { id: event }, query: { state, page, sort, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const { data } = list
  return (
    <Page
      title={words.participants}
      about={data && words.participantsAbout(data.taken, data.seats, data.waiting, data.asked)}
      actions={
        <>
          <TextLink to="/events/$id" params={{ id }} size="sm">
            {words.backToEvent}
          </TextLink>
          {data?.can.includes('nominate') ? (
            <ButtonLink to="/events/$id/nomination" params={{ id }}>
              {words.toNominate}
            </ButtonLink>
          ) : null}
          {data?.can.includes('admit') && !admitting ? (
            <Button variant="default" onClick={() => setAdmitting(true)}>
              {words.admit}
            </Button>
          ) : null}
        </>
      }
    >
      {admitting ? <AdmissionForm event={event} onDone={() => setAdmitting(false)} /> : null}
      {leaving === null ? null : <WithdrawForm key={leaving.id} enrolment={leaving} onDone={() => setLeaving(null)} />}
      <Group gap="sm" align="flex-end">
        <Select
          label={words.show}
          maw={280}
          allowDeselect={false}
          value={state ?? 'all'}
          onChange={(value) => {
            const chosen = ENROLMENT_STATES.find((one) => one === value)
            void navigate({ search: (before) => ({ ...before, state: chosen, page: undefined }), replace: true })
          }}
          data={[
            { value: 'all', label: words.all },
            ...ENROLMENT_STATES.map((value) => ({ value, label: words.states[value] })),
          ]}
        />
        {data === undefined ? null : <OrderButton event={event} senders={data.senders} />}
      </Group>
      <ProblemNote error={list.error} onRetry={() => list.refetch()} />
      <DataTable
        caption={words.participants}
        sort={sort ?? 'place'}
        onSort={(by) =>
          navigate({ search: (before) => ({ ...before, sort: SORTS.find((one) => one === by) }), replace: true })
        }
        columns={[
          { key: 'who', title: words.who, sort: 'name', cell: ({ person }) => <PersonName person={person} /> },
          {
            key: 'organisation',
            title: words.organisation,
            sort: 'organisation',
            cell: ({ organisation }) => organisation?.name ?? '—',
          },
          {
            key: 'state',
            title: words.state,
            cell: ({ state: now, inLine }) => <EnrolmentMark state={now} inLine={inLine} />,
          },
          { key: 'why', title: words.why, cell: (one) => <Why enrolment={one} /> },
          { key: 'place', title: words.place, sort: 'place', number: true, cell: ({ place }) => place },
          {
            key: 'steps',
            title: '',
            cell: (one) =>
              one.can.includes('withdraw') ? (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={words.withdrawOf(one.person.name)}
                  onClick={() => setLeaving(one)}
                >
                  {words.withdraw}
                </Button>
              ) : null,
          },
        ]}
        rows={list.isError ? [] : data?.items}
        keyOf={({ id: key }) => key}
        empty={list.isError ? null : <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>}
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

const PersonName = ({ person: { id, name } }: Pick<Enrolment, 'person'>): ReactNode => (
  <TextLink to="/people/$id" params={{ id: String(id) }}>
    {name}
  </TextLink>
)

/** Who sent them with which words, and why it came to nothing. */
function Why({ enrolment: { nominatedBy, reason, endedFor } }: { readonly enrolment: Enrolment }): ReactNode {
  const words = useWords(enrolmentWords)
  return (
    <>
      <Text size="sm">{nominatedBy === null ? words.self : words.sentBy(nominatedBy)}</Text>
      {[reason, endedFor ?? ''].map((text) =>
        text === '' ? null : (
          <Text key={text} size="sm" c="dimmed">
            {text}
          </Text>
        ),
      )}
    </>
  )
}
