import type { CommandContext } from '../../../platform/http/route.ts'
import type { Language, Translator } from '../../../platform/messages.ts'
import { messageOf } from '../exchange/load.answer.ts'
import type { RowCode } from '../exchange/row.checker.ts'
import type { OpenedRow } from './faulty-rows.repo.ts'
import type { FaultyRow, Load } from './loads.contract.ts'
import { takeLoad } from './loads.jobs.ts'
import { findLoad, insertLoad, type StoredLoad } from './loads.repo.ts'
import { cellTexts } from './row.texts.ts'
import type { StoredUpload } from './uploads.store.ts'

export type Telling = { readonly translator: Translator; readonly language: Language }

/** A load of files that have been received; begins as soon as the transaction stands. */
export async function createLoad(context: CommandContext, uploads: readonly StoredUpload[]): Promise<Load> {
  const { tx, actor, tenant, services, language, note } = context
  if (tenant === null) throw new Error('a load belongs to a district')
  const load = await insertLoad(tx, actor.account, uploads)
  await services.jobs.enqueue(tx, takeLoad, { tenant, load })
  note({ kind: 'load', id: load })
  const created = await findLoad(tx, load)
  if (created === undefined) throw new Error('a load that was just added')
  return tellLoad(created, { translator: services.translator, language })
}

export function tellLoad(load: StoredLoad, { translator, language }: Telling): Load {
  const { createdAt, finishedAt, fault, ...same } = load
  return {
    ...same,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    fault: fault === null ? null : { code: fault, message: translator.say(language, `registry:loads.fault.${fault}`) },
  }
}

export function tellFaultyRow(row: OpenedRow, telling: Telling): FaultyRow {
  const { id, file, sheet, row: number, column, code, mendedAt } = row
  return {
    id,
    file,
    sheet,
    row: number,
    column,
    code,
    message: reasonOf(row, telling),
    mendedAt: mendedAt?.toISOString() ?? null,
    cells: cellTexts(row.headers, row.cells),
  }
}

/** Why the row was not taken, in words that name its column. */
export function reasonOf(
  { code, column }: Pick<OpenedRow, 'code' | 'column'>,
  { translator, language }: Telling,
): string {
  return translator.say(language, `registry:load.row.${messageOf(code as RowCode)}`, { column: column ?? '' })
}
