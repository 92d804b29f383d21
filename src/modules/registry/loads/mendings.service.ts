import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import type { Cell } from '../../../platform/spreadsheets/index.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { findOpenedRows, type OpenedRow } from './faulty-rows.repo.ts'
import { declarationOf } from './file.names.ts'
import { takeLoad } from './loads.jobs.ts'
import { cellReasonOf, type Telling } from './loads.service.ts'
import type { Mending, mendFaultyRows } from './mendings.contract.ts'
import { findMending, holdRows, insertMendingLoad, insertMendings, type StoredMending } from './mendings.repo.ts'

type Sent = NonNullable<(typeof mendFaultyRows)['$in']>['body']['rows']

/**
 * Has rows of a load checked again with what was typed over them: a load of those rows alone, under the names and numbers
 * they have in their files. Rows that wait no more are told and left alone; one that is being checked at this
 * moment refuses the whole, for whoever sent it is about to hear.
 */
export async function mendRowsOf(
  context: CommandContext,
  load: number,
  sent: Sent,
  { sheets, keyring }: { readonly sheets: readonly SheetDeclaration[]; readonly keyring: Keyring },
): Promise<StoredMending> {
  const { tx, actor, tenant, services, note } = context
  if (tenant === null) throw new Error('a load belongs to a district')
  const ids = sent.map(({ id }) => id)
  refuseRepeated(ids)
  const held = new Map((await holdRows(tx, load, ids)).map((row) => [row.id, row]))
  const opened = new Map((await findOpenedRows(tx, ids, keyring)).map((row) => [row.id, row]))
  const isOver = (id: number): boolean => held.get(id)?.isOver === true
  const rows = sent.flatMap(({ id, cells }, at) => {
    const row = opened.get(id)
    if (row === undefined || !held.has(id)) throw atRow(at, 'row_unknown')
    if (isOver(id)) return []
    if (held.get(id)?.isChecked) throw new Refusal('conflict', 'row_checked_now', { params: { row: row.row } })
    if (declarationOf(sheets, row.declaredFile, row.declaredSheet) === undefined) throw atRow(at, 'row_unknown')
    return [{ id, cells: typedOver(row, cells, at) }]
  })
  if (rows.length === 0) throw new Refusal('conflict', 'row_mended')
  const checking = await insertMendingLoad(tx, actor.account, load)
  await insertMendings(tx, checking, rows, keyring)
  await services.jobs.enqueue(tx, takeLoad, { tenant, load: checking })
  note({ kind: 'load', id: checking, details: { mends: load, rows: rows.length } })
  const found = await findMending(tx, checking)
  if (found === undefined) throw new Error('a load that was just added')
  const over = ids.filter(isOver).map((id) => ({ id, outcome: 'over' as const, column: null, code: null }))
  return { ...found, rows: [...found.rows, ...over] }
}

/** The cells of the file with those that were typed in their places. */
function typedOver({ cells, headers }: OpenedRow, typed: Sent[number]['cells'], at: number): readonly Cell[] {
  const width = Math.max(cells.length, headers.length)
  const now: Cell[] = Array.from({ length: width }, (_, place) => cells[place] ?? null)
  for (const { place, text } of typed) {
    if (place >= width) throw atRow(at, 'cell_unknown')
    now[place] = text.trim() === '' ? null : text
  }
  return now
}

function refuseRepeated(ids: readonly number[]): void {
  const repeated = ids.findIndex((id, at) => ids.indexOf(id) < at)
  if (repeated >= 0) throw atRow(repeated, 'row_repeated')
}

function atRow(at: number, fault: 'row_unknown' | 'row_repeated' | 'cell_unknown'): Refusal {
  return new Refusal('invalid', 'request_invalid', { fields: [{ in: 'body', path: `rows.${at}`, code: fault }] })
}

/** What became of the rows, in words; a check that came to nothing says so of each. */
export function tellMending({ id, state, rows }: StoredMending, telling: Telling): Mending {
  return {
    id,
    state,
    rows: rows.map((row) => {
      const outcome = row.outcome === 'checking' && state === 'failed' ? 'failed' : row.outcome
      const code = row.code ?? (['repeated', 'failed', 'over'].includes(outcome) ? outcome : null)
      return { ...row, outcome, code, message: code === null ? null : cellReasonOf(code, telling) }
    }),
  }
}
