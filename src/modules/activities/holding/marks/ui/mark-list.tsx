import { Checkbox } from '@mantine/core'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../../web/api.ts'
import { DataTable } from '../../../../../web/kit/data-table.tsx'
import { EmptyNote } from '../../../../../web/kit/page.tsx'
import { Pager } from '../../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../../web/kit/problem-note.tsx'
import { useWords } from '../../../../../web/language.tsx'
import { PersonSelect } from '../../../../registry/ui/index.ts'
import { listMarks, type Mark, type MarkLine, markPeople } from '../marks.contract.ts'
import { OutboxNote } from './outbox.note.tsx'
import { lastOf, type Outbox } from './outbox.ts'
import { TimeCell } from './time.cell.tsx'
import { useOutbox } from './use-outbox.ts'
import { marksWords } from './words.ts'

const SIZE = 200

type Props = { readonly event: number; readonly meeting: number }

/** Ticks that are sent as they are made, and wait in the browser while there is no line. */
export function MarkList({ event, meeting }: Props): ReactNode {
  const words = useWords(marksWords)
  const client = useQueryClient()
  const [page, setPage] = useState(1)
  const params = { id: event, meetingId: meeting }
  const marks = useQuery({
    queryKey: ['marks', event, meeting, page],
    queryFn: ({ signal }) => call(listMarks, { params, query: { page, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const outbox = useOutbox(`marks-${event}-${meeting}`, async ({ key, marks: sent }) => {
    await call(markPeople, { params, body: { marks: [...sent] } }, { key })
    await Promise.all(
      [
        ['marks', event],
        ['roll', event],
      ].map((queryKey) => client.invalidateQueries({ queryKey })),
    )
  })
  const { data } = marks
  const lineNow = (line: MarkLine): MarkLine => asMarked(line, outbox.box, data?.length ?? 0)
  return (
    <>
      <OutboxNote outbox={outbox} marked={data?.marked} total={data?.total} />
      {data === undefined ? <ProblemNote error={marks.error} onRetry={() => marks.refetch()} /> : null}
      <DataTable
        caption={words.title}
        columns={[
          {
            key: 'here',
            title: words.here,
            cell: ({ person, mark }) => (
              <Checkbox
                size="md"
                aria-label={words.hereOf(person.name)}
                checked={mark !== null}
                onChange={(e) => outbox.put(plainMark(person.id, e.currentTarget.checked))}
              />
            ),
          },
          { key: 'who', title: words.who, cell: ({ person }) => person.name },
          { key: 'organisation', title: words.organisation, cell: ({ organisation }) => organisation?.name ?? '—' },
          {
            key: 'how',
            title: words.how,
            cell: ({ mark, hasSeat }) =>
              [...(mark === null ? [] : [words.toldBy[mark.toldBy]]), ...(hasSeat ? [] : [words.seatless])].join(
                ', ',
              ) || '—',
          },
          {
            key: 'stayed',
            title: words.stayed,
            cell: (line) => <TimeCell line={line} length={data?.length ?? 0} onMark={outbox.put} />,
          },
        ]}
        rows={data?.items.map(lineNow)}
        keyOf={({ person }) => person.id}
        empty={marks.isError ? null : <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>}
      />
      <Pager page={page} size={SIZE} total={data?.total} onPage={setPage} />
      <PersonSelect
        key={data?.total}
        label={words.add}
        description={words.addHint}
        value=""
        onChange={(chosen) => {
          if (chosen !== '') outbox.put(plainMark(Number(chosen), true))
        }}
      />
    </>
  )
}

const plainMark = (personId: number, here: boolean): Mark => ({ personId, here, came: null, left: null, minutes: null })

/** The line as it will be once the server knows. */
function asMarked(line: MarkLine, box: Outbox, length: number): MarkLine {
  const last = lastOf(box, line.person.id)
  if (last === undefined) return line
  if (!last.here) return { ...line, mark: null }
  const { came, left, minutes } = last
  const toldBy = line.mark?.toldBy ?? 'list'
  return { ...line, mark: { came, left, minutes, stayed: minutes ?? length, toldBy } }
}
