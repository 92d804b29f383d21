import { Skeleton, Text, Title } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../../web/api.ts'
import { sayShortDay, today } from '../../../../../web/formats.ts'
import { ButtonLink, TextLink } from '../../../../../web/kit/links.tsx'
import { Mark } from '../../../../../web/kit/marks.tsx'
import { EmptyNote, Page } from '../../../../../web/kit/page.tsx'
import { Pager } from '../../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../../web/language.tsx'
import { OwnElectivesChoice } from '../../electives/ui/own-electives.tsx'
import { examinationWords } from '../../examinations/ui/words.ts'
import { listMyRuns, type OwnRun } from '../own.contract.ts'
import { OwnStanding } from './own-standing.tsx'
import { ownRunWords } from './words.ts'

const SIZE = 10

/** What is on record of oneself at courses, as a learner reads it on a phone. */
export function MyCoursesPage(): ReactNode {
  const words = useWords(ownRunWords)
  const { page = 1 } = useSearch({ from: '/my/courses' })
  const navigate = useNavigate({ from: '/my/courses' })
  const mine = useQuery({
    queryKey: ['my-runs', page],
    queryFn: ({ signal }) => call(listMyRuns, { query: { page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        <ButtonLink to="/my/documents" variant="default">
          {words.documents}
        </ButtonLink>
      }
    >
      <ProblemNote error={mine.error} onRetry={() => mine.refetch()} />
      {mine.isPending ? <Skeleton height={300} /> : null}
      {mine.data?.total === 0 ? <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote> : null}
      {mine.data?.items.map((run) => (
        <Course key={run.eventId} run={run} />
      ))}
      <Pager
        page={page}
        size={SIZE}
        total={mine.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}

function Course({ run }: { readonly run: OwnRun }): ReactNode {
  const words = useWords(ownRunWords)
  const { eventId, title, programme, share, leastShare, lacking, leftFor, completed, meetings, examinations } = run
  return (
    <section className="rost-card" aria-label={title}>
      <Title order={2} size="h4">
        <TextLink to="/events/$id" params={{ id: String(eventId) }} className="rost-own-name">
          {title}
        </TextLink>
      </Title>
      <Text size="sm" c="dimmed">
        <span className="rost-own-name">
          {words.programme(programme.title, words.kinds[programme.kind], programme.hours)}
        </span>
      </Text>
      <OwnStanding run={run} />
      {completed === null ? null : (
        <div>
          <Mark state={completed ? 'good' : 'warn'}>
            {completed ? (run.isPart ? words.completedPart : words.completed) : words.uncompleted}
          </Mark>
        </div>
      )}
      {leftFor === null ? null : (
        <Text size="sm" className="rost-own-name">
          {leftFor}
        </Text>
      )}
      {share === null ? null : (
        <Text size="sm" mt="xs">
          {words.share(share, leastShare)} {lacking === 0 ? '' : words.lacking(lacking)}
        </Text>
      )}
      <CompletedModules modules={run.modules} />
      {run.electives === null || run.modules.length > 0 ? null : (
        <OwnElectivesChoice event={eventId} electives={run.electives} />
      )}
      {meetings.length === 0 ? null : (
        <>
          <Title order={3} size="h5" mt="sm">
            {words.meetings}
          </Title>
          <ul className="rost-plain-list">
            {meetings.map((meeting) => (
              <MeetingLine key={meeting.id} meeting={meeting} />
            ))}
          </ul>
        </>
      )}
      {examinations.length === 0 ? null : (
        <>
          <Title order={3} size="h5" mt="sm">
            {words.examinations}
          </Title>
          <ul className="rost-plain-list">
            {examinations.map((examination) => (
              <ExaminationLine key={examination.id} examination={examination} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function CompletedModules({ modules }: Pick<OwnRun, 'modules'>): ReactNode {
  const words = useWords(ownRunWords)
  if (modules.length === 0) return null
  return (
    <>
      <Title order={3} size="h5" mt="sm">
        {words.modules}
      </Title>
      <ul className="rost-plain-list">
        {modules.map(({ id, title, hours }) => (
          <li key={id}>
            <span className="rost-own-name">{title}</span> ({words.hours(hours)})
          </li>
        ))}
      </ul>
    </>
  )
}

function MeetingLine({ meeting }: { readonly meeting: OwnRun['meetings'][number] }): ReactNode {
  const words = useWords(ownRunWords)
  const { language } = useLanguage()
  const { day, from, until, title, minutes, length } = meeting
  return (
    <li>
      {`${sayShortDay(day, language)}, ${from}–${until}`} <span className="rost-own-name">{title}</span>{' '}
      {minutes === null ? (
        <Mark state="none">{day > today() ? words.ahead : words.unmarked}</Mark>
      ) : minutes === 0 ? (
        <Mark state="warn">{words.missed}</Mark>
      ) : (
        <Mark state="good">{words.stayed(minutes, length)}</Mark>
      )}
    </li>
  )
}

function ExaminationLine({ examination }: { readonly examination: OwnRun['examinations'][number] }): ReactNode {
  const words = useWords(ownRunWords)
  const { kinds, outcomes } = useWords(examinationWords)
  const { language } = useLanguage()
  const { title, kind, heldOn, attempts } = examination
  const last = attempts?.at(-1)
  return (
    <li>
      <span className="rost-own-name">{title}</span>
      {` (${kinds[kind]}, ${sayShortDay(last?.on ?? heldOn, language)}) `}
      {attempts === null ? (
        <Mark state="none">{words.hidden}</Mark>
      ) : last === undefined ? (
        <Mark state="none">{words.noResult}</Mark>
      ) : (
        <Mark state={last.outcome === 'credited' ? 'good' : 'warn'}>{outcomes[last.outcome]}</Mark>
      )}
    </li>
  )
}
