import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { call, Problem } from '../../../../web/api.ts'
import { useDraft } from '../../../../web/kit/draft.ts'
import { useNotice } from '../../../../web/kit/notice.tsx'
import { useWords } from '../../../../web/language.tsx'
import { changeFaultyRow, getMending, type Mending, mendFaultyRows, ROWS_AT_ONCE } from '../mendings.contract.ts'
import { cellsOf, type GridRow, type Typed } from './grid.rows.ts'
import { loadWords } from './words.ts'

type Drafts = Record<string, Typed | null>

const SOON = 400
const NOTHING: Drafts = {}

/** What is typed over faulty rows, kept until a load has taken it or said why not. */
export function useMending(loadId: number) {
  const words = useWords(loadWords)
  const client = useQueryClient()
  const notice = useNotice()
  const draft = useDraft<Drafts>(`faulty-rows:${loadId}`, NOTHING)
  const typed: Partial<Record<string, Typed>> = Object.fromEntries(
    Object.entries(draft.value).flatMap(([id, cells]) => (cells ? [[id, cells]] : [])),
  )
  // Lines are drawn anew only when their own cells change.
  const now = useRef({ typed, change: draft.change })
  now.current = { typed, change: draft.change }
  const key = useRef(crypto.randomUUID())
  const showAnew = async (): Promise<void> => {
    for (const queryKey of [['faulty-rows', loadId], ['load'], ['loads']]) await client.invalidateQueries({ queryKey })
  }
  const saving = useMutation({
    mutationFn: async (rows: readonly { id: number; cells: { place: number; text: string }[] }[]) => {
      const begun = await call(
        mendFaultyRows,
        { params: { id: loadId }, body: { rows: [...rows] } },
        { key: key.current },
      )
      const over = begun.rows.filter(({ outcome }) => outcome === 'over')
      const checked = await untilChecked(begun)
      return [...checked.rows, ...over]
    },
    onSuccess: async (rows) => {
      key.current = crypto.randomUUID()
      // What was refused comes back from the server with the row; what could not be checked stays typed.
      const settled = rows.filter(({ outcome }) => outcome !== 'failed')
      draft.change(Object.fromEntries(settled.map(({ id }) => [String(id), null])))
      await showAnew()
      const taken = rows.filter(({ outcome }) => outcome === 'taken').length
      if (taken > 0) notice(words.mendedRows(taken))
    },
    onError: async (error, rows) => {
      if (!(error instanceof Problem)) return
      key.current = crypto.randomUUID()
      if (error.code !== 'row_mended') return
      draft.change(Object.fromEntries(rows.map(({ id }) => [String(id), null])))
      await showAnew()
    },
  })
  const setLeftOut = async (row: GridRow, leftOut: boolean): Promise<void> => {
    await call(changeFaultyRow, { params: { id: row.id }, body: { leftOut } })
    await showAnew()
  }
  const leaving = useMutation({
    mutationFn: ({ row, leftOut }: { row: GridRow; leftOut: boolean }) => setLeftOut(row, leftOut),
    onSuccess: (_, { row, leftOut }) =>
      leftOut ? notice(words.rowLeftOut(row.row), () => setLeftOut(row, false)) : notice(words.rowTakenBack(row.row)),
  })
  return {
    typed,
    restored: draft.restored && Object.keys(typed).length > 0,
    clear: draft.clear,
    saving,
    leaving,
    save: () => {
      const rows = Object.entries(typed).flatMap(([id, cells]) =>
        cells ? [{ id: Number(id), cells: cellsOf(cells) }] : [],
      )
      if (rows.length > 0 && !saving.isPending) saving.mutate(rows.slice(0, ROWS_AT_ONCE))
    },
    checkAgain: (rows: readonly GridRow[]) =>
      saving.mutate(rows.map((row) => ({ id: row.id, cells: cellsOf(typed[String(row.id)] ?? row.tried) }))),
    type: useCallback((row: GridRow, place: number, text: string) => {
      const { typed: before, change } = now.current
      change({ [row.id]: { ...row.tried, ...before[String(row.id)], [place]: text } })
    }, []),
    back: useCallback((row: GridRow, place: number) => {
      const { typed: before, change } = now.current
      const { [String(place)]: _, ...rest } = before[String(row.id)] ?? {}
      change({ [row.id]: Object.keys(rest).length === 0 ? null : rest })
    }, []),
  }
}

async function untilChecked(begun: Mending): Promise<Mending> {
  for (;;) {
    const mending = await call(getMending, { params: { id: begun.id } })
    if (mending.rows.every(({ outcome }) => outcome !== 'checking')) return mending
    await new Promise((resolve) => setTimeout(resolve, SOON))
  }
}
