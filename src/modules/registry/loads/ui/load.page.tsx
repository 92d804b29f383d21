import { Alert, Loader, Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, sayMoment } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { getLoad } from '../loads.contract.ts'
import { FaultyRows } from './faulty-rows.tsx'
import { STATE_MARK } from './loads.page.tsx'
import { loadWords } from './words.ts'

const SOON = 700

type FullLoad = Awaited<ReturnType<typeof read>>

const read = (id: string) => call(getLoad, { params: { id: Number(id) } })
const isOver = (load: FullLoad): boolean => load.state === 'done' || load.state === 'failed'

/** How far a load is, then what became of each file, then the rows that wait to be mended. */
export function LoadPage(): ReactNode {
  const { id } = useParams({ from: '/loads/$id' })
  const words = useWords(loadWords)
  const { language } = useLanguage()
  const load = useQuery({
    queryKey: ['load', id, language],
    queryFn: () => read(id),
    refetchInterval: ({ state }) => (state.data === undefined || isOver(state.data) ? false : SOON),
  })
  if (load.isPending) return <Loader aria-label={words.title} />
  if (load.isError) return <ProblemNote error={load.error} onRetry={() => load.refetch()} />
  const { data } = load
  return (
    <Page
      title={words.one(sayMoment(data.createdAt, language))}
      about={<Mark state={STATE_MARK[data.state]}>{words.states[data.state]}</Mark>}
      actions={
        <TextLink to="/loads" size="sm">
          {words.back}
        </TextLink>
      }
    >
      {isOver(data) ? null : <Running load={data} />}
      {data.fault === null ? null : (
        <Alert color="red" role="alert" title={words.states.failed}>
          {data.fault.message}
        </Alert>
      )}
      {data.answer === null ? null : <Answer answer={data.answer} waiting={data.waitingRows} />}
      {data.waitingRows > 0 ? <FaultyRows loadId={data.id} /> : null}
    </Page>
  )
}

function Running({ load }: { load: FullLoad }): ReactNode {
  const words = useWords(loadWords)
  const { language } = useLanguage()
  const share = load.rowsTotal === null || load.rowsTotal === 0 ? 100 : (load.rowsRead * 100) / load.rowsTotal
  return (
    <div role="status">
      <Progress value={share} animated={load.rowsTotal === null} aria-label={words.states[load.state]} />
      <Text size="sm" c="dimmed" mt="xs">
        {`${words.progress(sayCount(load.rowsRead, language))}. ${words.mayLeave}`}
      </Text>
    </div>
  )
}

function Answer({ answer, waiting }: { answer: NonNullable<FullLoad['answer']>; waiting: number }): ReactNode {
  const words = useWords(loadWords)
  const { language } = useLanguage()
  const number = (value: number): string => sayCount(value, language)
  const accepted = answer.files.reduce((sum, file) => sum + file.accepted, 0)
  const notes = answer.files.flatMap((file) => [
    ...(file.ignoredColumns.length > 0 ? [`${file.file}: ${words.ignored(file.ignoredColumns.join(', '))}`] : []),
    ...file.warnings.map(({ row, message }) => `${file.file}, ${words.row.toLowerCase()} ${row}: ${message}`),
  ])
  return (
    <>
      <Text fw={600} role="status">
        {words.result(accepted, waiting)}
      </Text>
      {answer.unread.length === 0 ? null : (
        <Alert color="red" title={words.unread}>
          {answer.unread.map(({ file, message }) => (
            <Text key={file} size="sm">{`${file}: ${message}`}</Text>
          ))}
        </Alert>
      )}
      <DataTable
        caption={words.files}
        columns={[
          { key: 'file', title: words.file, cell: ({ file, sheet }) => (sheet === null ? file : `${file} (${sheet})`) },
          { key: 'rows', title: words.rows, number: true, cell: ({ rows }) => number(rows) },
          { key: 'accepted', title: words.accepted, number: true, cell: ({ accepted: taken }) => number(taken) },
          { key: 'updated', title: words.updated, number: true, cell: ({ updated }) => number(updated) },
          { key: 'unchanged', title: words.unchanged, number: true, cell: ({ unchanged }) => number(unchanged) },
          { key: 'duplicates', title: words.duplicates, number: true, cell: ({ duplicates }) => number(duplicates) },
          { key: 'rejected', title: words.rejected, number: true, cell: ({ rejected }) => number(rejected.length) },
        ]}
        rows={answer.files}
        keyOf={({ file, sheet }) => `${file} ${sheet ?? ''}`}
      />
      {notes.length === 0 ? null : (
        <Section title={words.warnings}>
          <ul className="rost-plain-list">
            {notes.slice(0, 100).map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
