import { Button, Checkbox, Group, Skeleton, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { useDraft } from '../../../../web/kit/draft.ts'
import { useForm } from '../../../../web/kit/form.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../web/language.tsx'
import { PersonSelect } from '../../../registry/ui/index.ts'
import { EventLink } from '../../enrolment/ui/event.link.tsx'
import { type Event, getEvent } from '../../events/events.contract.ts'
import { GuestsSection } from '../guests/ui/guests.section.tsx'
import { holdEvent, listRoll, type RollLine, reopenEvent } from '../holding.contract.ts'
import { rollWords } from './words.ts'

const SIZE = 200
const SORTS = ['name', '-name', 'organisation', '-organisation'] as const

/** Who was at an event: everybody who had a seat but for a few, said once. */
export function RollPage(): ReactNode {
  const words = useWords(rollWords)
  const id = Number(useParams({ from: '/events/$id/roll' }).id)
  const event = useQuery({ queryKey: ['event', id], queryFn: () => call(getEvent, { params: { id } }) })
  const { data } = event
  return (
    <Page title={words.title} about={<EventLink event={id} />}>
      <ProblemNote error={event.error} onRetry={() => event.refetch()} />
      {data === undefined ? (
        event.isError ? null : (
          <Skeleton height={300} />
        )
      ) : data.programme !== null && data.state === 'announced' ? (
        <EmptyNote title={words.run}>
          <TextLink to="/events/$id/run" params={{ id: String(id) }} underline="always">
            {words.toRun}
          </TextLink>
        </EmptyNote>
      ) : data.can.includes('hold') ? (
        <Marking event={data} />
      ) : data.state === 'held' ? (
        <Held event={data} />
      ) : (
        <EmptyNote title={words.ahead} />
      )}
    </Page>
  )
}

type Other = { readonly id: number; readonly name: string }
/** What differs from what is presumed. */
type Differing = {
  readonly absent: readonly number[]
  readonly came: readonly number[]
  readonly others: readonly Other[]
}
const NOTHING: Differing = { absent: [], came: [], others: [] }

const touchedBy = (id: number) => [['event', id], ['events'], ['plan'], ['roll', id], ['life']]

function Marking({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(rollWords)
  const { id, version } = event
  const roll = useRoll(id)
  const draft = useDraft(`roll-${id}`, NOTHING)
  const { absent, came, others } = draft.value
  const form = useForm({
    save: (key) =>
      call(
        holdEvent,
        { params: { id }, body: { absent: [...absent], others: [...came, ...others.map((one) => one.id)] } },
        { key, version },
      ),
    touches: touchedBy(id),
    saved: words.held,
    onDone: () => draft.clear(),
  })
  const toggle = ({ person, presumed }: RollLine): void =>
    draft.change(presumed ? { absent: toggled(absent, person.id) } : { came: toggled(came, person.id) })
  return (
    <>
      <Text size="sm">{words.aboutMarking}</Text>
      <Roll
        roll={roll}
        empty={<EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>}
        mark={(line) => (
          <Checkbox
            aria-label={words.cameOf(line.person.name)}
            checked={line.presumed ? !absent.includes(line.person.id) : came.includes(line.person.id)}
            onChange={() => toggle(line)}
          />
        )}
      />
      <Section title={words.others}>
        <ul className="rost-plain-list">
          {others.map((one) => (
            <li key={one.id}>
              <Group gap="xs">
                {one.name}
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={words.takeOutOf(one.name)}
                  onClick={() => draft.change({ others: others.filter((other) => other.id !== one.id) })}
                >
                  {words.takeOut}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
        <PersonSelect
          key={others.length}
          label={words.add}
          description={words.addHint}
          value=""
          error={form.fault('others')}
          onChange={(chosen, name) => {
            const person = Number(chosen)
            if (chosen !== '' && !others.some((one) => one.id === person))
              draft.change({ others: [...others, { id: person, name }] })
          }}
        />
      </Section>
      <GuestsSection event={id} changes />
      <ProblemNote error={form.error} />
      <Group>
        <Button loading={form.busy} disabled={roll.data === undefined} onClick={(e) => form.submit(e)}>
          {words.hold((roll.data?.presumed ?? 0) - absent.length + came.length + others.length)}
        </Button>
      </Group>
    </>
  )
}

/** The list with one more, or without it where it is there. */
const toggled = (list: readonly number[], one: number): readonly number[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one]

function Held({ event }: { readonly event: Event }): ReactNode {
  const words = useWords(rollWords)
  const { id, version } = event
  const roll = useRoll(id)
  const form = useForm({
    save: (key) => call(reopenEvent, { params: { id } }, { key, version }),
    touches: touchedBy(id),
    saved: words.reopened,
    onDone: () => {},
  })
  return (
    <>
      <Text size="sm">{words.aboutHeld}</Text>
      <Roll
        roll={roll}
        empty={<EmptyNote title={words.nobody}>{words.nobodyDetail}</EmptyNote>}
        mark={({ came }) => (came ? words.yes : words.no)}
      />
      <GuestsSection event={id} changes={false} />
      <ProblemNote error={form.error} />
      {event.can.includes('reopen') && event.programme === null ? (
        <Group>
          <Button variant="default" loading={form.busy} onClick={(e) => form.submit(e)}>
            {words.reopen}
          </Button>
        </Group>
      ) : null}
    </>
  )
}

function useRoll(id: number) {
  const { page = 1, sort } = useSearch({ from: '/events/$id/roll' })
  return useQuery({
    queryKey: ['roll', id, page, sort],
    queryFn: ({ signal }) => call(listRoll, { params: { id }, query: { page, sort, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
}

type RollProps = {
  readonly roll: ReturnType<typeof useRoll>
  readonly empty: ReactNode
  mark(line: RollLine): ReactNode
}

function Roll({ roll, empty, mark }: RollProps): ReactNode {
  const words = useWords(rollWords)
  const { page = 1, sort } = useSearch({ from: '/events/$id/roll' })
  const navigate = useNavigate({ from: '/events/$id/roll' })
  return (
    <>
      <ProblemNote error={roll.error} onRetry={() => roll.refetch()} />
      <DataTable
        caption={words.title}
        sort={sort ?? 'name'}
        onSort={(by) =>
          navigate({ search: (before) => ({ ...before, sort: SORTS.find((one) => one === by) }), replace: true })
        }
        columns={[
          { key: 'came', title: words.came, cell: mark },
          { key: 'who', title: words.who, sort: 'name', cell: ({ person }) => person.name },
          {
            key: 'organisation',
            title: words.organisation,
            sort: 'organisation',
            cell: ({ organisation }) => organisation?.name ?? '—',
          },
          {
            key: 'how',
            title: words.how,
            cell: ({ minutes, hasSeat }) =>
              [
                ...(minutes === null ? [] : [words.stayed(minutes, roll.data?.minutes ?? minutes)]),
                ...(hasSeat ? [] : [words.seatless]),
              ].join(', ') || '—',
          },
        ]}
        rows={roll.isError ? [] : roll.data?.items}
        keyOf={({ person }) => person.id}
        empty={roll.isError ? null : empty}
      />
      <Pager
        page={page}
        size={SIZE}
        total={roll.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </>
  )
}
