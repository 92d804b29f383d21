import { Button, Group, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call, download } from '../../../../web/api.ts'
import { DownloadButton } from '../../../../web/kit/download-button.tsx'
import { EmptyNote, Section } from '../../../../web/kit/page.tsx'
import { Pager } from '../../../../web/kit/pager.tsx'
import { ProblemNote } from '../../../../web/kit/problem-note.tsx'
import { useLanguage, useWords } from '../../../../web/language.tsx'
import { useMay } from '../../../../web/me.tsx'
import { getFaultyRowsWorkbook, listFaultyRows } from '../loads.contract.ts'
import { FaultyGrid } from './faulty-grid.tsx'
import { gridRow } from './grid.rows.ts'
import { useMending } from './use-mending.ts'
import { loadWords } from './words.ts'

const SIZE = 25

/** The rows that were not taken, mended where they stand or downloaded as a workbook. */
export function FaultyRows({ loadId }: { loadId: number }): ReactNode {
  const words = useWords(loadWords)
  const { language } = useLanguage()
  const mayMend = useMay('load.run')
  const [asked, setPage] = useState(1)
  const [isLeftOut, showLeftOut] = useState(false)
  const mending = useMending(loadId)
  const state = isLeftOut ? 'left-out' : 'waiting'
  const rows = useQuery({
    queryKey: ['faulty-rows', loadId, state, asked, language],
    queryFn: () => call(listFaultyRows, { params: { id: loadId }, query: { state, page: asked, size: SIZE } }),
    placeholderData: keepPreviousData,
    // The look is journalled, and what is being typed must not move beneath the hands.
    refetchOnWindowFocus: false,
  })
  const total = rows.data?.total ?? 0
  // The last rows of the last page were mended.
  const page = Math.max(1, Math.min(asked, Math.ceil(total / SIZE)))
  if (page !== asked && rows.data !== undefined && !rows.isPlaceholderData) setPage(page)
  const items = (rows.data?.items ?? []).map((row) => ({ source: row.source, ...gridRow(row) }))
  const typedRows = Object.keys(mending.typed).length
  const refused = mending.saving.data?.filter(({ outcome }) => outcome !== 'taken').length ?? 0
  const taken = (mending.saving.data?.length ?? 0) - refused
  return (
    <Section
      title={isLeftOut ? words.leftOut : words.faulty}
      actions={
        <Group gap="xs">
          <Button size="xs" variant="subtle" onClick={() => showLeftOut(!isLeftOut)}>
            {isLeftOut ? words.showWaiting : words.showLeftOut}
          </Button>
          <DownloadButton size="xs" get={() => download(getFaultyRowsWorkbook, { params: { id: loadId } })}>
            {words.workbook}
          </DownloadButton>
        </Group>
      }
    >
      {isLeftOut || !mayMend ? null : (
        <Text size="sm" c="dimmed" mb="xs">
          {words.faultyDetail}
        </Text>
      )}
      <ProblemNote error={rows.error} onRetry={() => rows.refetch()} />
      {mending.restored ? (
        <Group gap="xs">
          <Text size="sm" c="dimmed" role="status">
            {words.typedBefore(typedRows)}
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={mending.clear}>
            {words.forgetTyped}
          </Button>
        </Group>
      ) : null}
      {rows.data !== undefined && total === 0 ? (
        <EmptyNote title={isLeftOut ? words.noneLeftOut : words.noneFaulty} />
      ) : null}
      {rows.data?.sheets.map((sheet) => (
        <FaultyGrid
          key={sheet.id}
          sheet={sheet}
          rows={items.filter(({ source }) => source === sheet.id)}
          typed={mending.typed}
          locked={mending.saving.isPending || !mayMend}
          isLeftOut={isLeftOut}
          onType={mending.type}
          onBack={mending.back}
          onLeaveOut={(row) => mending.leaving.mutate({ row, leftOut: !isLeftOut })}
          onSave={mending.save}
        />
      ))}
      <Pager page={page} size={SIZE} total={rows.data?.total} onPage={setPage} />
      <ProblemNote error={mending.saving.error ?? mending.leaving.error} />
      {mayMend && !isLeftOut && total > 0 ? (
        <div className="rost-grid-save rost-no-print">
          <Group gap="xs">
            <Button loading={mending.saving.isPending} disabled={typedRows === 0} onClick={mending.save}>
              {words.saveMended(typedRows)}
            </Button>
            <Button
              variant="default"
              disabled={mending.saving.isPending || rows.isFetching}
              onClick={() => mending.checkAgain(items)}
            >
              {words.checkAgain}
            </Button>
          </Group>
        </div>
      ) : null}
      <div role="status">
        {mending.saving.isPending ? <Text size="sm">{words.checking}</Text> : null}
        {mending.saving.isSuccess ? (
          <Text size="sm" fw={600}>
            {words.checked(taken, refused)}
          </Text>
        ) : null}
      </div>
    </Section>
  )
}
