import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { findDistrictKey } from '../districts/district.key.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { hasLoad } from '../loads/loads.repo.ts'
import { findKeptCells, findKeptSheets } from './kept.cells.repo.ts'
import * as contract from './profiles.contract.ts'
import { findProfile } from './profiles.repo.ts'
import * as service from './profiles.service.ts'

const whole = async (): Promise<Scope> => 'district'

const ofLoad = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }): Promise<Scope | undefined> =>
  (await hasLoad(db, params.id)) ? 'district' : undefined

const itself = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }): Promise<Scope | undefined> =>
  (await findProfile(db, params.id)) === undefined ? undefined : 'district'

/** How files of each source are read; `sheets` are the files of all modules. */
export const profileRoutes = (sheets: readonly SheetDeclaration[]): readonly Route[] => [
  query(contract.listProfiles, {
    may: 'load.read',
    over: whole,
    run: ({ db }) => service.listProfiles(db),
  }),
  query(contract.getProfile, {
    may: 'load.read',
    over: itself,
    run: ({ db }, { params }) => service.getProfile(db, params.id),
  }),
  command(contract.createProfile, {
    may: 'load.run',
    over: whole,
    run: (context, { body }) => service.createProfile(context, body),
  }),
  command(contract.changeProfile, {
    may: 'load.run',
    over: itself,
    run: (context, { params, body }) => service.changeProfile(context, params.id, body),
  }),
  command(contract.removeProfile, {
    may: 'load.run',
    over: itself,
    run: (context, { params }) => service.removeProfile(context, params.id),
  }),
  // What stands in the cells is answered and not kept.
  command(contract.lookIntoFiles, {
    may: 'load.run',
    over: whole,
    secret: true,
    prepare: (context, { query: { profile } }) => service.lookIntoFiles(context, sheets, profile),
    run: async (_context, _input, looked) => looked,
  }),
  // Names and numbers of people: the look itself is journalled.
  command(contract.listKeptCells, {
    may: 'load.read',
    over: ofLoad,
    run: async ({ tx, services, tenant, language, note }, { params, query: { source, after } }) => {
      if (tenant === null || !(await hasLoad(tx, params.id))) throw new Refusal('not_found', 'not_found')
      note({ kind: 'load', id: params.id })
      const found = await findKeptSheets(tx, params.id)
      const chosen = source === undefined ? found[0] : found.find(({ id }) => id === source)
      if (chosen === undefined) return { sheets: found, source: null, rows: [], next: null }
      const keyring = await findDistrictKey(tx, services.master, tenant)
      const { rows, next } = await findKeptCells(tx, chosen.id, after, keyring)
      const say = (code: string, column: string): string =>
        services.translator.say(language, `registry:load.remark.${code}`, { column })
      return {
        sheets: found,
        source: chosen.id,
        rows: rows.map(({ row, cells }) => ({
          row,
          cells: cells.map((cell) => ({ ...cell, message: say(cell.code, cell.column) })),
        })),
        next,
      }
    },
  }),
]
