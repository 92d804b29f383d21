import { Button, Group, Select, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../web/api.ts'
import { sayMoment } from '../../../web/formats.ts'
import { DataTable } from '../../../web/kit/data-table.tsx'
import { TextLink } from '../../../web/kit/links.tsx'
import { Mark, type State } from '../../../web/kit/marks.tsx'
import { useNotice } from '../../../web/kit/notice.tsx'
import { EmptyNote, Page } from '../../../web/kit/page.tsx'
import { Pager } from '../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../web/language.tsx'
import { nameOfJob } from '../jobs/job.names.contract.ts'
import { JOB_STATES, type Job, listJobs, retryJob } from '../jobs/jobs.contract.ts'
import { jobWords } from './words.ts'

const SIZE = 50
const AGAIN_MS = 5_000
const MARKS: Readonly<Record<Job['state'], State>> = {
  running: 'warn',
  waiting: 'none',
  failed: 'bad',
  done: 'good',
  dropped: 'none',
}

/** What the server does by itself; what failed is tried again from here. */
export function JobsPage(): ReactNode {
  const words = useWords(jobWords)
  const { language } = useLanguage()
  const { state, page = 1 } = useSearch({ from: '/jobs' })
  const navigate = useNavigate({ from: '/jobs' })
  const jobs = useQuery({
    queryKey: ['jobs', state, page],
    queryFn: ({ signal }) => call(listJobs, { query: { state, page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  })
  const counts = jobs.data?.counts
  const sayState = (one: Job['state']): string =>
    counts === undefined ? words.states[one] : `${words.states[one]} (${counts[one]})`
  return (
    <Page title={words.title} about={words.about}>
      <Select
        label={words.show}
        maw={280}
        allowDeselect={false}
        value={state ?? 'all'}
        onChange={(value) => {
          const next = JOB_STATES.find((one) => one === value)
          void navigate({ search: { state: next }, replace: true })
        }}
        data={[{ value: 'all', label: words.all }, ...JOB_STATES.map((value) => ({ value, label: sayState(value) }))]}
      />
      <ProblemNote error={jobs.error} onRetry={() => jobs.refetch()} />
      <DataTable
        caption={words.title}
        columns={[
          { key: 'job', title: words.job, cell: (job) => <Named job={job} /> },
          {
            key: 'state',
            title: words.state,
            cell: (job) => <Mark state={MARKS[job.state]}>{words.states[job.state]}</Mark>,
          },
          { key: 'at', title: words.at, cell: ({ at }) => sayMoment(at, language) },
          { key: 'tries', title: words.tries, cell: ({ tries, mostTries }) => words.ofTries(tries, mostTries) },
          {
            key: 'reason',
            title: words.reason,
            cell: (job) => <Reason job={job} />,
          },
        ]}
        rows={jobs.isError ? [] : jobs.data?.items}
        keyOf={({ id }) => id}
        empty={
          jobs.isError ? null : (
            <EmptyNote title={words.nothing}>{state === 'failed' ? words.nothingFailed : words.nothingYet}</EmptyNote>
          )
        }
      />
      <Pager
        page={page}
        size={SIZE}
        total={jobs.data?.total}
        onPage={(to) => navigate({ search: (before) => ({ ...before, page: to }) })}
      />
    </Page>
  )
}

function Named({ job: { name, isOurs, loadId } }: { job: Job }): ReactNode {
  const words = useWords(jobWords)
  const { language } = useLanguage()
  return (
    <>
      {nameOfJob(name, language)}
      {isOurs ? null : (
        <Text size="xs" c="dimmed">
          {words.ofHouse}
        </Text>
      )}
      {loadId === null ? null : (
        <Text size="xs">
          <TextLink to="/loads/$id" params={{ id: String(loadId) }}>
            {words.toLoad}
          </TextLink>
        </Text>
      )}
    </>
  )
}

function Reason({ job: { id, name, reason, can } }: { job: Job }): ReactNode {
  const words = useWords(jobWords)
  const { language } = useLanguage()
  const client = useQueryClient()
  const notice = useNotice()
  const retry = useMutation({
    mutationFn: () => call(retryJob, { params: { id } }),
    onSuccess: async () => {
      notice(words.retried)
      await client.invalidateQueries({ queryKey: ['jobs'] })
    },
  })
  return (
    <Group gap="xs">
      <Text span size="xs" className="rost-breaks">
        {reason ?? '—'}
      </Text>
      {can.includes('retry') ? (
        <Button
          size="compact-xs"
          variant="light"
          aria-label={words.retryOf(nameOfJob(name, language))}
          loading={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {words.retry}
        </Button>
      ) : null}
      <ProblemNote error={retry.error} />
    </Group>
  )
}
