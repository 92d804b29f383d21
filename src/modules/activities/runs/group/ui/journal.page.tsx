import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../../web/api.ts'
import { sayShortDay } from '../../../../../web/formats.ts'
import { type Column, DataTable } from '../../../../../web/kit/data-table.tsx'
import { ButtonLink } from '../../../../../web/kit/links.tsx'
import { EmptyNote, Page } from '../../../../../web/kit/page.tsx'
import { Pager } from '../../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import type { Language } from '../../../../../web/words.ts'
import { EventLink } from '../../../enrolment/ui/event.link.tsx'
import { getRun, type Learner, type Run } from '../group.contract.ts'
import { LEARNER_SORTS } from './group.search.ts'
import { GROUP_SIZE, useLearners } from './use-learners.ts'
import { groupWords } from './words.ts'

/** Who was at which meeting for how long: made of the marks, kept nowhere else. */
export function JournalPage(): ReactNode {
  const words = useWords(groupWords)
  const id = Number(useParams({ from: '/events/$id/journal' }).id)
  const run = useQuery({ queryKey: ['run', id], queryFn: () => call(getRun, { params: { id } }) })
  return (
    <Page
      title={words.journal}
      about={<EventLink event={id} />}
      actions={
        <ButtonLink to="/events/$id/run" params={{ id: String(id) }} variant="default">
          {words.toRun}
        </ButtonLink>
      }
    >
      <ProblemNote error={run.error} onRetry={() => run.refetch()} />
      {run.isPending ? <Skeleton height={300} /> : null}
      {run.data === undefined ? null : run.data.meetings.length === 0 ? (
        <EmptyNote title={words.noMeetings}>{words.noMeetingsDetail}</EmptyNote>
      ) : (
        <Journal run={run.data} />
      )}
    </Page>
  )
}

function Journal({ run }: { readonly run: Run }): ReactNode {
  const words = useWords(groupWords)
  const { language } = useLanguage()
  const { page = 1, sort = 'name' } = useSearch({ from: '/events/$id/journal' })
  const navigate = useNavigate({ from: '/events/$id/journal' })
  const learners = useLearners(run.event.id, { page, sort })
  return (
    <>
      <Text size="sm">{words.journalAbout(run.leastShare)}</Text>
      <ProblemNote error={learners.error} onRetry={() => learners.refetch()} />
      <DataTable
        caption={words.journal}
        sort={sort}
        onSort={(by) =>
          navigate({
            search: (before) => ({ ...before, sort: LEARNER_SORTS.find((one) => one === by) }),
            replace: true,
          })
        }
        columns={[
          { key: 'who', title: words.who, sort: 'name', cell: ({ person }) => person.name },
          ...run.meetings.map((meeting, at) => columnOf(meeting, at, { run, language, words })),
          { key: 'total', title: words.total, number: true, cell: ({ minutes }) => minutes ?? '—' },
          {
            key: 'share',
            title: words.shareTitle,
            number: true,
            sort: 'share',
            cell: ({ share }) => share ?? '—',
          },
          {
            key: 'lacking',
            title: words.lackingTitle,
            number: true,
            cell: ({ lacking }) => (lacking === 0 ? '—' : lacking),
          },
        ]}
        rows={learners.isError ? [] : learners.data?.items}
        keyOf={({ person }) => person.id}
        empty={learners.isError ? null : <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>}
      />
      <Pager
        page={page}
        size={GROUP_SIZE}
        total={learners.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </>
  )
}

type Telling = { readonly run: Run; readonly language: Language; readonly words: typeof groupWords.ru }

/** By its day; two of one day by their hours too. */
function columnOf({ id, day, from, isMarked }: Run['meetings'][number], at: number, telling: Telling): Column<Learner> {
  const { run, language, words } = telling
  const isAlone = run.meetings.every((other, nth) => nth === at || other.day !== day)
  return {
    key: `meeting-${id}`,
    title: isAlone ? sayShortDay(day, language) : `${sayShortDay(day, language)}, ${from}`,
    number: true,
    cell: ({ stays, joinedOn }) => {
      if (joinedOn !== null && day < joinedOn) return '—'
      return isMarked ? (stays.find(({ meetingId }) => meetingId === id)?.minutes ?? 0) : words.unmarked
    },
  }
}
