import { Button, Group, Select, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../../../../web/api.ts'
import { sayShortDay } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { Mark } from '../../../../web/kit/marks.tsx'
import { EmptyNote } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { SearchBox } from '../../../../web/kit/search-box.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import type { Comparison, Load } from '../../loads/loads.contract.ts'
import { type Difference, listDifferences } from '../comparison.contract.ts'
import { DifferenceFields, DifferenceRecord } from './difference.cells.tsx'
import { FileSelect } from './file.select.tsx'
import { GoneForm } from './gone.form.tsx'
import { goneWords } from './gone.words.ts'
import { useGone } from './use-gone.ts'
import { comparisonWords } from './words.ts'

const SIZE = 25
const SHOWN = ['open', 'decided', 'all'] as const
type Shown = (typeof SHOWN)[number]

type Props = { readonly load: Load; readonly comparison: Comparison }

/** Who is in the registry and not in the file, and what became of them: decided one by one or many at once. */
export function GoneList({ load, comparison }: Props): ReactNode {
  const words = useWords(goneWords)
  const search = useWords(comparisonWords)
  const { language } = useLanguage()
  const [shown, setShown] = useState<Shown>(comparison.gone.open > 0 ? 'open' : 'all')
  const [file, setFile] = useState<string>()
  const [q, setQ] = useState<string>()
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const unchoose = (): void => setChosen(new Set())
  const { decide, undo } = useGone(load.id, unchoose)
  const within = { ...(q !== undefined && { q }), ...(file !== undefined && { file }) }
  const ask = (state: Shown, at: number, size: number) => ({
    queryKey: ['differences', load.id, comparison.at, 'gone', state, within, at, size, language],
    queryFn: () =>
      call(listDifferences, {
        params: { id: load.id },
        query: {
          kind: 'gone',
          page: at,
          size,
          ...(state !== 'all' && { decided: state === 'decided' ? 'yes' : 'no' }),
          ...within,
        },
      }),
    placeholderData: keepPreviousData,
    // The look is journalled.
    refetchOnWindowFocus: false,
  })
  const found = useQuery(ask(shown, page, SIZE))
  const open = useQuery({ ...ask('open', 1, 1), enabled: shown !== 'open' })
  const isDecided = load.can.includes('take') || load.can.includes('undo')
  const again = (): void => {
    setPage(1)
    unchoose()
  }
  return (
    <>
      <Text size="sm" c="dimmed">
        {load.state === 'compared' ? `${words.detail} ${words.planned}` : words.detail}
      </Text>
      <Text size="sm" my="xs" role="status">
        {words.left(comparison.gone.open, comparison.gone.all)}
      </Text>
      {isDecided ? (
        <GoneForm
          deciding={decide}
          chosen={[...chosen].map(Number)}
          all={{ of: within, count: (shown === 'open' ? found : open).data?.total ?? 0 }}
          onUnchoose={unchoose}
        />
      ) : null}
      <div className="rost-filters">
        <SearchBox
          label={search.search}
          value={q}
          onChange={(value) => {
            setQ(value)
            again()
          }}
        />
        <Select
          label={words.show}
          allowDeselect={false}
          data={SHOWN.map((value) => ({ value, label: words.shown[value] }))}
          value={shown}
          onChange={(value) => {
            setShown(SHOWN.find((one) => one === value) ?? 'all')
            again()
          }}
        />
        <FileSelect
          comparison={comparison}
          value={file}
          onChange={(value) => {
            setFile(value)
            again()
          }}
        />
      </div>
      <ProblemNote error={found.error ?? undo.error} onRetry={() => found.refetch()} />
      <DataTable
        caption={words.title}
        columns={[
          { key: 'record', title: search.record, cell: (one) => <DifferenceRecord difference={one} /> },
          { key: 'place', title: words.place, cell: (one) => <DifferenceFields difference={one} /> },
          {
            key: 'decision',
            title: words.decision,
            cell: (one) => <Decided difference={one} onUndo={isDecided ? () => undo.mutate(one.id) : undefined} />,
          },
        ]}
        rows={found.isError ? [] : found.data?.items}
        keyOf={({ id }) => id}
        empty={found.isError ? null : <EmptyNote title={words.none} />}
        {...(isDecided && {
          chosen: {
            keys: chosen,
            choose: (keys: readonly (string | number)[], isChosen: boolean) =>
              setChosen(
                isChosen ? new Set([...chosen, ...keys]) : new Set([...chosen].filter((key) => !keys.includes(key))),
              ),
            nameOf: ({ label }: Difference) => label ?? '',
          },
        })}
      />
      <Pager page={page} size={SIZE} total={found.data?.total} onPage={setPage} />
    </>
  )
}

type DecidedProps = { readonly difference: Difference; readonly onUndo: (() => void) | undefined }

function Decided({ difference: { gone, label }, onUndo }: DecidedProps): ReactNode {
  const words = useWords(goneWords)
  const { language } = useLanguage()
  if (gone === null || gone.state === 'open') return '—'
  if (gone.decision === null) return <Mark state="none">{words.settled}</Mark>
  const { state, decision } = gone
  const { is, on, until, organisation, reason, leaveKind, by, at } = decision
  const day = (value: string | null): string => (value === null ? '' : sayShortDay(value, language))
  const said = {
    dismissed: words.says.dismissed(day(on)),
    moved: words.says.moved(day(on)),
    leave: words.says.leave(day(on), until === null ? null : day(until)),
    here: words.says.here,
  }[is]
  const mark = { planned: words.plannedMark, kept: words.keptMark, done: '', settled: '' }[state]
  return (
    <>
      <Text size="sm">{[said, organisation, leaveKind, reason].filter(Boolean).join(', ')}</Text>
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {[mark, sayShortDay(at.slice(0, 10), language), by].filter(Boolean).join(' · ')}
        </Text>
        {onUndo === undefined || state === 'kept' || state === 'settled' ? null : (
          <Button size="compact-xs" variant="default" aria-label={words.undoOf(label ?? '')} onClick={onUndo}>
            {words.undo}
          </Button>
        )}
      </Group>
    </>
  )
}
