import { accessMatrix } from '../../../access-matrix.ts'
import { type Actor, reachOf, type Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './positions.contract.ts'
import * as repo from './positions.repo.ts'
import * as service from './positions.service.ts'

/** Positions are those of the district as a whole. */
const itself = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }): Promise<Scope | undefined> =>
  (await repo.findClassified(db, [params.id])).length > 0 ? 'district' : undefined

export const positionRoutes: readonly Route[] = [
  query(contract.listPositions, {
    may: 'classifier.read',
    run: async ({ db, actor, today }, { query }) => {
      const { items, total } = await repo.findPositions(db, query, today)
      return { items: items.map((position) => tell(position, actor)), total }
    },
  }),
  command(contract.changePosition, {
    may: 'classifier.manage',
    over: itself,
    run: async (context, { params, body }) => {
      const { tx, note, actor, today } = context
      note({ kind: 'position', id: params.id, details: { fields: Object.keys(body) } })
      await service.changePosition(context, params.id, body)
      return tell(await repo.findPosition(tx, params.id, today), actor)
    },
  }),
  command(contract.classifyPositions, {
    may: 'classifier.manage',
    over: async ({ db }, { body: { ids } }) =>
      (await repo.findClassified(db, ids)).length === new Set(ids).size ? 'district' : undefined,
    run: (context, { body }) => service.classifyPositions(context, body),
  }),
  command(contract.mergePosition, {
    may: 'classifier.manage',
    over: itself,
    run: async (context, { params, body }) => {
      const { tx, note, actor, today } = context
      note({ kind: 'position', id: body.into, details: { merged: params.id } })
      await service.mergePosition(context, params.id, body.into)
      return tell(await repo.findPosition(tx, body.into, today), actor)
    },
  }),
]

function tell(position: repo.StoredPosition | undefined, actor: Actor): contract.Position {
  if (position === undefined) throw new Refusal('not_found', 'not_found')
  const manages = reachOf(accessMatrix, actor, 'classifier.manage')?.district === true
  if (!manages) return { ...position, can: [] }
  return { ...position, can: position.pedagogical === null ? ['change', 'merge'] : ['change'] }
}
