import type { CommandContext } from '../../../platform/http/route.ts'
import type { Language, Translator } from '../../../platform/messages.ts'
import { readsAs } from '../../../platform/spreadsheets/index.ts'
import { messageOf, tellResult } from '../exchange/load.answer.ts'
import type { RowCode } from '../exchange/row.checker.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import type { Profile } from '../profiles/profile.ts'
import { headerKey } from '../text.ts'
import type { OpenedRow } from './faulty-rows.repo.ts'
import { declarationOf } from './file.names.ts'
import type { Comparison, FaultyRow, FaultySheet, Load } from './loads.contract.ts'
import { takeLoad } from './loads.jobs.ts'
import { type Compared, findLoad, insertLoad, type StoredLoad } from './loads.repo.ts'
import type { Tried } from './mendings.repo.ts'
import { cellTexts } from './row.texts.ts'
import { formColumns } from './sheet.form.ts'
import type { StoredUpload } from './uploads.store.ts'

export type Telling = { readonly translator: Translator; readonly language: Language }

/** A load of files that have been received; begins as soon as the transaction stands. */
export async function createLoad(
  context: CommandContext,
  uploads: readonly StoredUpload[],
  wanted: { readonly profile: Profile | undefined; readonly compares: boolean; readonly asOf?: string | undefined },
): Promise<Load> {
  const { tx, actor, tenant, services, language, note } = context
  if (tenant === null) throw new Error('a load belongs to a district')
  const load = await insertLoad(tx, actor.account, uploads, wanted)
  await services.jobs.enqueue(tx, takeLoad, { tenant, load })
  note({ kind: 'load', id: load })
  const created = await findLoad(tx, load)
  if (created === undefined) throw new Error('a load that was just added')
  return tellLoad(created, { translator: services.translator, language, mayRun: true })
}

/** Days in which a load can be taken back: as long as what was before it is kept. */
export const UNDO_DAYS = 90

/** A load as a whole, done, and not long ago; rows mended on its page go along with it. */
export function mayBeUndone({ state, undoes, mends, takenBack, createdAt }: StoredLoad, now = new Date()): boolean {
  const isOld = now.getTime() - createdAt.getTime() > UNDO_DAYS * 24 * 3_600_000
  return state === 'done' && undoes === null && mends === null && takenBack === null && !isOld
}

function canOf(load: StoredLoad): Load['can'] {
  if (load.state === 'compared') return ['take', 'compare', 'drop']
  return mayBeUndone(load) ? ['undo'] : []
}

/** What was compared, in counts. */
export function tellComparison(
  compared: Compared | null,
  gone: Comparison['gone'],
  { translator, language }: Telling,
): Comparison | null {
  if (compared === null) return null
  const { at, isStale, result, sheets, people, days = [], older = [], again = false } = compared
  return {
    at,
    isStale,
    again,
    files: result.files.map(({ file, sheet, rows, accepted, updated, unchanged, duplicates, rejected }, place) => ({
      ...{ file, sheet, rows, unchanged, duplicates },
      new: accepted - updated - unchanged,
      changed: updated,
      faulty: rejected.length,
      gone: sheets[place]?.gone ?? 0,
      fields: sheets[place]?.fields ?? {},
      day: days[place] || null,
      older: older
        .filter(({ sheet: of }) => of === place)
        .map(({ header, count, since }) => ({ header, count, since })),
    })),
    people: { new: people.added, changed: people.changed },
    gone,
    unread: tellResult({ files: [], unread: result.unread }, translator, language).unread,
  }
}

export function tellLoad(load: StoredLoad, { translator, language, mayRun }: Telling & { mayRun: boolean }): Load {
  const { createdAt, finishedAt, fault, ...same } = load
  return {
    ...same,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    fault: fault === null ? null : { code: fault, message: translator.say(language, `registry:loads.fault.${fault}`) },
    can: mayRun ? canOf(load) : [],
  }
}

export function tellFaultyRow(row: OpenedRow, tried: Tried | undefined, telling: Telling): FaultyRow {
  const { id, sourceId, file, sheet, row: number, column, code, mendedAt, leftOutAt } = row
  return {
    id,
    source: sourceId,
    file,
    sheet,
    row: number,
    column,
    code,
    message: reasonOf(row, telling),
    reason: cellReasonOf(code, telling),
    place: placeOf(row.headers, column),
    mendedAt: mendedAt?.toISOString() ?? null,
    leftOutAt: leftOutAt?.toISOString() ?? null,
    cells: cellTexts(row.headers, row.cells),
    tried: tried === undefined ? null : tellTried(row, tried, telling),
  }
}

function placeOf(headers: readonly string[], column: string | null): number | null {
  const at = column === null ? -1 : headers.map(headerKey).indexOf(headerKey(column))
  return at < 0 ? null : at
}

function tellTried(row: OpenedRow, { column, code, cells }: Tried, telling: Telling): FaultyRow['tried'] {
  const typed = cells.map((cell, place) => ({ place, text: readsAs(cell) }))
  return {
    column,
    code,
    message: code === 'repeated' ? cellReasonOf(code, telling) : reasonOf({ code, column }, telling),
    reason: cellReasonOf(code, telling),
    place: placeOf(row.headers, column),
    cells: typed.filter(({ place, text }) => text !== readsAs(row.cells[place])),
  }
}

/** The sheets rows stand in, with what their columns take. */
export function tellSheets(rows: readonly OpenedRow[], sheets: readonly SheetDeclaration[]): FaultySheet[] {
  const sources = new Map(rows.map((row) => [row.sourceId, row]))
  return [...sources.values()].map(({ sourceId, file, sheet, headers, declaredFile, declaredSheet }) => {
    const declared = declarationOf(sheets, declaredFile, declaredSheet)
    return { id: sourceId, file, sheet, mendable: declared !== undefined, columns: formColumns(headers, declared) }
  })
}

/** Why a row was not taken, to be read at the cell it is about. */
export function cellReasonOf(code: string, { translator, language }: Telling): string {
  return translator.say(language, `registry:load.cell.${messageOf(code as RowCode)}`)
}

/** Why the row was not taken, in words that name its column. */
export function reasonOf(
  { code, column }: Pick<OpenedRow, 'code' | 'column'>,
  { translator, language }: Telling,
): string {
  return translator.say(language, `registry:load.row.${messageOf(code as RowCode)}`, { column: column ?? '' })
}
