import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, type Route } from '../../../platform/http/route.ts'
import { findLoad, hasLoad } from '../loads/loads.repo.ts'
import * as contract from './gone.contract.ts'
import * as service from './gone.service.ts'

const itself = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }): Promise<Scope | undefined> =>
  (await hasLoad(db, params.id)) ? 'district' : undefined

/** What becomes of people whom a compared file does not name any more. */
export const goneRoutes: readonly Route[] = [
  command(contract.decideGone, {
    may: 'load.run',
    over: itself,
    run: async (context, { params, body: { of, decision } }) => {
      const ids = await service.decide(context.tx, await askedOf(context, params.id, of), decision)
      context.note({ kind: 'load', id: params.id, details: { gone: decision.is, count: ids.length } })
      return { ids }
    },
  }),
  command(contract.undoGone, {
    may: 'load.run',
    over: itself,
    run: async (context, { params, body: { of } }) => {
      const ids = await service.undo(context.tx, await askedOf(context, params.id, of))
      context.note({ kind: 'load', id: params.id, details: { undoes: 'gone', count: ids.length } })
      return { ids }
    },
  }),
]

async function askedOf({ tx, actor, today }: CommandContext, load: number, of: contract.Which) {
  const asked = { load, account: actor.account, today }
  if ('ids' in of) return { ...asked, which: of }
  const { file, ...which } = of
  const found = await findLoad(tx, load)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  const files = found.compared?.result.files ?? []
  const sheets = file === undefined ? undefined : files.flatMap((one, at) => (one.file === file ? [at] : []))
  return { ...asked, which: { ...which, sheets } }
}
