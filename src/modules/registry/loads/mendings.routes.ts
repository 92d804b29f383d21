import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import { findDistrictKey } from '../districts/district.key.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { hasLoad } from './loads.repo.ts'
import * as contract from './mendings.contract.ts'
import { findMending, findRow, setLeftOut } from './mendings.repo.ts'
import { mendRowsOf, tellMending } from './mendings.service.ts'

type Asked = { params: { id: number } }

const ofLoad = async ({ db }: { db: ReadDb }, { params }: Asked): Promise<Scope | undefined> =>
  (await hasLoad(db, params.id)) ? 'district' : undefined

const ofRow = async ({ db }: { db: ReadDb }, { params }: Asked): Promise<Scope | undefined> =>
  (await findRow(db, params.id)) === undefined ? undefined : 'district'

const telling = ({ services, language }: Pick<CommandContext, 'services' | 'language'>) => ({
  translator: services.translator,
  language,
})

/** Faulty rows mended where they are shown, and left out on purpose. */
export const mendingRoutes = (sheets: readonly SheetDeclaration[]): readonly Route[] => [
  command(contract.mendFaultyRows, {
    may: 'load.run',
    over: ofLoad,
    run: async (context, { params, body }) => {
      const { tx, services, tenant } = context
      if (tenant === null) throw new Error('a load belongs to a district')
      const keyring = await findDistrictKey(tx, services.master, tenant)
      return tellMending(await mendRowsOf(context, params.id, body.rows, { sheets, keyring }), telling(context))
    },
  }),
  query(contract.getMending, {
    may: 'load.read',
    over: ofLoad,
    run: async (context, { params }) => {
      const found = await findMending(context.db, params.id)
      if (found === undefined) throw new Refusal('not_found', 'not_found')
      return tellMending(found, telling(context))
    },
  }),
  command(contract.changeFaultyRow, {
    may: 'load.run',
    over: ofRow,
    run: async ({ tx, note }, { params: { id }, body: { leftOut } }) => {
      const row = await findRow(tx, id)
      if (row === undefined) throw new Refusal('not_found', 'not_found')
      if (row.mendedAt !== null) throw new Refusal('conflict', 'row_taken')
      const at = leftOut ? (row.leftOutAt ?? new Date()) : null
      await setLeftOut(tx, id, at)
      note({ kind: 'faulty_row', id, details: { leftOut } })
      return { id, leftOutAt: at?.toISOString() ?? null }
    },
  }),
]
