import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './bands.contract.ts'
import * as repo from './bands.repo.ts'

const whole = async () => 'district' as const

export const bandRoutes: readonly Route[] = [
  query(contract.listBands, {
    may: 'indicator.read',
    run: async ({ db }) => ({ items: await repo.findBands(db) }),
  }),
  command(contract.setBand, {
    may: 'indicator.define',
    over: whole,
    run: async ({ tx, note, expectedVersion }, { params, body }) => {
      const isOrdered = body.better === 'higher' ? body.warn <= body.good : body.warn >= body.good
      if (!isOrdered) throw invalidField('warn', 'band_order')
      const indicator = await getIndicator(tx, params.code)
      note({ kind: 'indicator', id: indicator, details: body })
      if (!(await repo.writeBand(tx, indicator, expectedVersion, body))) throw conflict()
      const band = await repo.findBand(tx, params.code)
      if (band === undefined) throw conflict()
      return band
    },
  }),
  command(contract.clearBand, {
    may: 'indicator.define',
    over: whole,
    run: async ({ tx, note, expectedVersion }, { params }) => {
      const indicator = await getIndicator(tx, params.code)
      note({ kind: 'indicator', id: indicator })
      if (!(await repo.deleteBand(tx, indicator, expectedVersion))) throw conflict()
    },
  }),
]

const conflict = (): Refusal => new Refusal('version_conflict', 'version_conflict')

async function getIndicator(db: ReadDb, code: string): Promise<number> {
  const indicator = await repo.findIndicator(db, code)
  if (indicator === undefined) throw new Refusal('not_found', 'not_found')
  return indicator
}
