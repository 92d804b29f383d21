import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { WORKBOOK_TYPE } from '../../../platform/spreadsheets/index.ts'
import { countGone } from '../comparison/comparison.repo.ts'
import { findDistrictKey } from '../districts/district.key.ts'
import { tellResult } from '../exchange/load.answer.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { takeAway } from '../exports/taking-away.ts'
import { chosenProfile } from '../profiles/profiles.service.ts'
import { findFaultyRows, findOvertaking, findWaitingRows } from './faulty-rows.repo.ts'
import { faultyRowsWorkbook, ROWS_IN_WORKBOOK } from './faulty-rows.workbook.ts'
import { correctionsName } from './file.names.ts'
import * as contract from './loads.contract.ts'
import * as repo from './loads.repo.ts'
import { createLoad, type Telling, tellComparison, tellFaultyRow, tellLoad, tellSheets } from './loads.service.ts'
import { findTried } from './mendings.repo.ts'
import { mendingRoutes } from './mendings.routes.ts'
import { discardUploads, receiveUploads } from './uploads.store.ts'

const whole = async (): Promise<Scope> => 'district'

const itself = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }): Promise<Scope | undefined> =>
  (await repo.hasLoad(db, params.id)) ? 'district' : undefined

const telling = ({ services, language }: Pick<CommandContext, 'services' | 'language'>): Telling => ({
  translator: services.translator,
  language,
})

/** Uploads, their loads and what was not taken of them; `sheets` are the files of all modules. */
export const loadRoutes = (sheets: readonly SheetDeclaration[]): readonly Route[] => [
  command(contract.createLoad, {
    may: 'load.run',
    over: whole,
    prepare: (context) => receiveUploads(context),
    discard: discardUploads,
    run: async (context, { query: { profile, compare, asOf } }, uploads) =>
      await createLoad(context, uploads, {
        profile: profile === undefined ? undefined : await chosenProfile(context.tx, profile),
        compares: compare === 'yes',
        asOf,
      }),
  }),
  query(contract.listLoads, {
    may: 'load.read',
    over: whole,
    run: async (context, { query }) => {
      const { items, total } = await repo.findLoads(context.db, query)
      return {
        items: items.map((load) => tellLoad(load, { ...telling(context), mayRun: context.mayAlso('load.run') })),
        total,
      }
    },
  }),
  query(contract.getLoad, {
    may: 'load.read',
    over: itself,
    run: async (context, { params }) => {
      const found = await repo.findLoad(context.db, params.id)
      if (found === undefined) throw new Refusal('not_found', 'not_found')
      const { answer, compared, ...load } = found
      const { translator, language } = telling(context)
      const told = answer === null ? null : tellResult(answer, translator, language)
      const mayRun = context.mayAlso('load.run')
      return {
        ...tellLoad(load, { translator, language, mayRun }),
        answer: told,
        overtaken: (await findOvertaking(context.db, params.id)).map(({ createdAt, ...one }) => ({
          ...one,
          createdAt: createdAt.toISOString(),
        })),
        comparison: tellComparison(compared, await countGone(context.db, params.id, context.today), {
          translator,
          language,
        }),
      }
    },
  }),
  // Names and numbers of people: the look itself is journalled.
  command(contract.listFaultyRows, {
    may: 'load.read',
    over: itself,
    run: async (context, { params, query }) => {
      if (!(await repo.hasLoad(context.tx, params.id))) throw new Refusal('not_found', 'not_found')
      context.note({ kind: 'load', id: params.id })
      const key = await keyOf(context)
      const { items, total } = await findFaultyRows(context.tx, params.id, query, key)
      const ids = items.map(({ id }) => id)
      const tried = await findTried(context.tx, ids, key)
      return {
        items: items.map((row) => tellFaultyRow(row, tried.get(row.id), telling(context))),
        total,
        sheets: tellSheets(items, sheets),
      }
    },
  }),
  command(contract.getFaultyRowsWorkbook, {
    may: 'load.read',
    over: itself,
    run: async (context, { params }) => {
      const rows = await findWaitingRows(context.tx, params.id, ROWS_IN_WORKBOOK, await keyOf(context))
      if (rows.length === 0) throw new Refusal('conflict', 'no_faulty_rows')
      await takeAway(context, {
        action: contract.getFaultyRowsWorkbook.id,
        ...{ kind: 'load', id: params.id, rows: rows.length },
      })
      const content = await faultyRowsWorkbook(rows, sheets, telling(context))
      return { fileName: correctionsName(params.id), mediaType: WORKBOOK_TYPE, content }
    },
  }),
  ...mendingRoutes(sheets),
]

async function keyOf({ tx, services, tenant }: CommandContext): Promise<Keyring> {
  if (tenant === null) throw new Error('a load belongs to a district')
  return await findDistrictKey(tx, services.master, tenant)
}
