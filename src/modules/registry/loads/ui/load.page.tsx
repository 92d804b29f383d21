import { Alert, Loader, Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayCount, sayMoment } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { Profiled } from '../../profiles/ui/profiled.tsx'
import { getLoad } from '../loads.contract.ts'
import { FaultyRows } from './faulty-rows.tsx'
import { STATE_MARK } from './loads.page.tsx'
import { Warnings } from './warnings.tsx'
import { loadWords } from './words.ts'

const SOON = 700

type FullLoad = Awaited<ReturnType<typeof read>>

const read = (id: string) => call(getLoad, { params: { id: Number(id) } })
const hadFaults = (load: FullLoad): boolean =>
  load.waitingRows > 0 || (load.answer?.files.some(({ rejected }) => rejected.length > 0) ?? false)
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
      title={(data.mends === null ? words.one : words.oneOfRows)(sayMoment(data.createdAt, language))}
      about={<Mark state={STATE_MARK[data.state]}>{words.states[data.state]}</Mark>}
      actions={
        <>
          {data.mends === null ? null : (
            <TextLink to="/loads/$id" params={{ id: String(data.mends) }} size="sm">
              {words.mendsThis}
            </TextLink>
          )}
          <TextLink to="/loads" size="sm">
            {words.back}
          </TextLink>
        </>
      }
    >
      {isOver(data) ? null : <Running load={data} />}
      {data.fault === null ? null : (
        <Alert color="red" role="alert" title={words.states.failed}>
          {data.fault.message}
        </Alert>
      )}
      {data.answer === null ? null : <Answer answer={data.answer} waiting={data.waitingRows} />}
      {data.state === 'done' && data.mends === null && hadFaults(data) ? <FaultyRows loadId={data.id} /> : null}
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
        {`${load.waitsFor === null ? words.progress(sayCount(load.rowsRead, language)) : words.waitsFor(sayMoment(load.waitsFor.createdAt, language))}. ${words.mayLeave}`}
      </Text>
    </div>
  )
}

type AnsweredFile = NonNullable<FullLoad['answer']>['files'][number]

/** The file as it was uploaded, and what its headers told of it where its name did not. */
function FileName({ file: { file, sheet, recognised, after } }: { file: AnsweredFile }): ReactNode {
  const words = useWords(loadWords)
  const known = recognised && (recognised.sheet ?? recognised.file.replace(/\.\w+$/, ''))
  return (
    <>
      {sheet === null ? file : `${file} (${sheet})`}
      {known === undefined ? null : (
        <Text size="xs" c="dimmed">
          {words.recognised(known)}
        </Text>
      )}
      {after === undefined ? null : (
        <Text size="xs" c="dimmed">
          {words.after(after.join(', '))}
        </Text>
      )}
    </>
  )
}

function Answer({ answer, waiting }: { answer: NonNullable<FullLoad['answer']>; waiting: number }): ReactNode {
  const words = useWords(loadWords)
  const { language } = useLanguage()
  const number = (value: number): string => sayCount(value, language)
  const accepted = answer.files.reduce((sum, file) => sum + file.accepted, 0)
  return (
    <>
      <Text fw={600} role="status">
        {words.result(accepted, waiting)}
      </Text>
      {answer.unread.length === 0 ? null : (
        <Alert color="red" title={words.unread}>
          {answer.unread.map(({ file, message }) => (
            <Text key={`${file} ${message}`} size="sm">{`${file}: ${message}`}</Text>
          ))}
        </Alert>
      )}
      <DataTable
        caption={words.files}
        columns={[
          { key: 'file', title: words.file, cell: (file) => <FileName file={file} /> },
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
      <Warnings files={answer.files} />
      <Profiled files={answer.files} />
    </>
  )
}
