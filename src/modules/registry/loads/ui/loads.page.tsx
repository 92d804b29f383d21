import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../../../web/api.ts'
import { sayMoment } from '../../../../web/formats.ts'
import { DataTable } from '../../../../web/kit/data-table.tsx'
import { TextLink } from '../../../../web/kit/links.tsx'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { EmptyNote, Page, Section } from '../../../../web/kit/page.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { undoWords } from '../../undo/ui/words.ts'
import { type Load, listLoads } from '../loads.contract.ts'
import { DropZone } from './drop-zone.tsx'
import { loadWords } from './words.ts'

export const STATE_MARK: Readonly<Record<Load['state'], State>> = {
  waiting: 'none',
  reading: 'none',
  taking: 'none',
  compared: 'none',
  dropped: 'none',
  done: 'good',
  failed: 'bad',
}

const NOW_AND_THEN = 2_000
/** Something happens of itself. */
export const isUnderWay = ({ state }: Pick<Load, 'state'>): boolean => ['waiting', 'reading', 'taking'].includes(state)

/** Where spreadsheets come in, and what became of those that came before. */
export function LoadsPage(): ReactNode {
  const words = useWords(loadWords)
  const undoing = useWords(undoWords)
  const { language } = useLanguage()
  const mayRun = useMay('load.run')
  const loads = useQuery({
    queryKey: ['loads'],
    queryFn: () => call(listLoads, { query: {} }),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? NOW_AND_THEN : false),
  })
  return (
    <Page title={words.title} about={words.about}>
      {mayRun ? <DropZone /> : null}
      <Section title={words.history}>
        <ProblemNote error={loads.error} onRetry={() => loads.refetch()} />
        <DataTable
          caption={words.history}
          columns={[
            {
              key: 'when',
              title: words.when,
              cell: ({ id, createdAt }) => (
                <TextLink to="/loads/$id" params={{ id: String(id) }}>
                  {sayMoment(createdAt, language)}
                </TextLink>
              ),
            },
            {
              key: 'files',
              title: words.files,
              cell: ({ files, mends, undoes }) =>
                undoes !== null
                  ? undoing.row
                  : mends !== null
                    ? words.mendedHere
                    : files.length === 0
                      ? words.byOperator
                      : files.map(({ name }) => name).join(', '),
            },
            {
              key: 'state',
              title: words.state,
              cell: ({ state, waitingRows, waitsFor, takenBack }) => (
                <>
                  <Mark state={STATE_MARK[state]}>{words.states[state]}</Mark>
                  {takenBack === null ? null : (
                    <Text size="xs" c="dimmed">
                      {undoing.taken(takenBack.by ?? undoing.operator, sayMoment(takenBack.at, language))}
                    </Text>
                  )}
                  {waitingRows === 0 ? null : <Text size="xs">{words.toMend(waitingRows)}</Text>}
                  {waitsFor === null ? null : (
                    <Text size="xs" c="dimmed">
                      {words.waitsFor(sayMoment(waitsFor.createdAt, language))}
                    </Text>
                  )}
                </>
              ),
            },
          ]}
          rows={loads.isError ? [] : loads.data?.items}
          keyOf={({ id }) => id}
          empty={loads.isError ? null : <EmptyNote title={words.none}>{words.noneDetail}</EmptyNote>}
        />
      </Section>
    </Page>
  )
}
