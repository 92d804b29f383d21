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
import { ComparisonSection } from '../../comparison/ui/comparison.section.tsx'
import { GoneSection } from '../../comparison/ui/gone.section.tsx'
import { Profiled } from '../../profiles/ui/profiled.tsx'
import { UndoButton } from '../../undo/ui/undo.button.tsx'
import { undoWords } from '../../undo/ui/words.ts'
import { getLoad } from '../loads.contract.ts'
import { FaultyRows } from './faulty-rows.tsx'
import { isUnderWay, STATE_MARK } from './loads.page.tsx'
import { OvertakenNote } from './overtaken.note.tsx'
import { Warnings } from './warnings.tsx'
import { loadWords } from './words.ts'

const SOON = 700

type FullLoad = Awaited<ReturnType<typeof read>>

const read = (id: string) => call(getLoad, { params: { id: Number(id) } })
const hadFaults = (load: FullLoad): boolean =>
  load.waitingRows > 0 || (load.answer?.files.some(({ rejected }) => rejected.length > 0) ?? false)

/** How far a load is, then what became of each file, then the rows that wait to be mended. */
export function LoadPage(): ReactNode {
  const { id } = useParams({ from: '/loads/$id' })
  const words = useWords(loadWords)
  const undoing = useWords(undoWords)
  const { language } = useLanguage()
  const load = useQuery({
    queryKey: ['load', id, language],
    queryFn: () => read(id),
    refetchInterval: ({ state }) => (state.data === undefined || !isUnderWay(state.data) ? false : SOON),
  })
  if (load.isPending) return <Loader aria-label={words.title} />
  if (load.isError) return <ProblemNote error={load.error} onRetry={() => load.refetch()} />
  const { data } = load
  return (
    <Page
      title={(data.undoes !== null ? undoing.one : data.mends === null ? words.one : words.oneOfRows)(
        sayMoment(data.createdAt, language),
      )}
      about={<Mark state={STATE_MARK[data.state]}>{words.states[data.state]}</Mark>}
      actions={
        <>
          {data.mends === null ? null : (
            <TextLink to="/loads/$id" params={{ id: String(data.mends) }} size="sm">
              {words.mendsThis}
            </TextLink>
          )}
          {data.undoes === null ? null : (
            <TextLink to="/loads/$id" params={{ id: String(data.undoes) }} size="sm">
              {undoing.undoes}
            </TextLink>
          )}
          {data.can.includes('undo') ? <UndoButton loadId={data.id} /> : null}
          <TextLink to="/loads" size="sm">
            {words.back}
          </TextLink>
        </>
      }
    >
      {isUnderWay(data) ? <Running load={data} /> : null}
      {data.takenBack === null ? null : (
        <Alert color="gray" role="status">
          {undoing.taken(data.takenBack.by ?? undoing.operator, sayMoment(data.takenBack.at, language))}
        </Alert>
      )}
      {data.state === 'compared' && data.comparison !== null ? (
        <ComparisonSection load={data} comparison={data.comparison} />
      ) : null}
      {data.fault === null ? null : (
        <Alert color="red" role="alert" title={words.states.failed}>
          {data.fault.message}
        </Alert>
      )}
      {data.undoes !== null && data.state === 'done' ? (
        <Text fw={600} role="status">
          {undoing.done}
        </Text>
      ) : null}
      {data.answer === null || data.undoes !== null ? null : <Answer answer={data.answer} waiting={data.waitingRows} />}
      {data.state === 'done' && data.comparison !== null && data.takenBack === null ? (
        <GoneSection key={data.comparison.at} load={data} comparison={data.comparison} />
      ) : null}
      {data.state === 'done' && data.mends === null && data.takenBack === null && hadFaults(data) ? (
        <>
          <FaultyRows loadId={data.id} />
          <OvertakenNote overtaken={data.overtaken} />
        </>
      ) : null}
    </Page>
  )
}

function Running({ load }: { load: FullLoad }): ReactNode {
  const words = useWords(loadWords)
  const { language } = useLanguage()
  const undoing = useWords(undoWords)
  const { waitsFor, progress, undoes, rowsRead, state } = load
  const far = undoes === null ? words.progress(progress, sayCount(rowsRead, language)) : undoing.progress(progress)
  const said = waitsFor === null ? far : words.waitsFor(sayMoment(waitsFor.createdAt, language))
  return (
    <div role="status">
      <Progress value={progress} aria-label={words.states[state]} />
      <Text size="sm" c="dimmed" mt="xs">
        {`${said}. ${words.mayLeave}`}
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
