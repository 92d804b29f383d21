import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, type QueryContext, query, type Route } from '../../../platform/http/route.ts'
import { findLoad, type StoredLoad } from '../loads/loads.repo.ts'
import { mayBeUndone, tellLoad } from '../loads/loads.service.ts'
import * as contract from './undo.contract.ts'
import { takeLoadBack } from './undo.jobs.ts'
import { planUndo, type UndoPlan, type UndoSources } from './undo.plan.ts'
import * as repo from './undo.repo.ts'

const may = 'load.run'

const itself = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }) =>
  (await findLoad(db, params.id)) === undefined ? undefined : 'district'

/** Taking whole loads back; `sources` are the files of all modules, and what else they keep. */
export const undoRoutes = (sources: UndoSources): readonly Route[] => [
  query(contract.getUndoPlan, {
    may,
    over: itself,
    run: async (context, { params }) => {
      await getDone(context.db, params.id)
      return await tellPlan(context, await planUndo(repo.runOver(context.db), params.id, sources))
    },
  }),
  command(contract.undoLoad, {
    may,
    over: itself,
    run: async (context, { params }) => {
      const { tx, tenant, actor, services, language, note } = context
      if (tenant === null) throw new Error('a load belongs to a district')
      await getDone(tx, params.id)
      const { obstacles } = await planUndo(repo.runOver(tx), params.id, sources)
      if (obstacles.length > 0) throw new Refusal('conflict', 'undo_blocked')
      const undo = await repo.insertUndo(tx, actor.account, params.id)
      if (undo === undefined) throw new Refusal('conflict', 'load_undone')
      await services.jobs.enqueue(tx, takeLoadBack, { tenant, undo })
      note({ kind: 'load', id: params.id, details: { undo } })
      return tellLoad(await getLoad(tx, undo), { translator: services.translator, language, mayRun: true })
    },
  }),
]

async function getLoad(db: ReadDb, id: number): Promise<StoredLoad> {
  const load = await findLoad(db, id)
  if (load === undefined) throw new Refusal('not_found', 'not_found')
  return load
}

async function getDone(db: ReadDb, id: number): Promise<void> {
  const load = await getLoad(db, id)
  if (load.takenBack !== null) throw new Refusal('conflict', 'load_undone')
  if (!mayBeUndone(load)) throw new Refusal('conflict', 'undo_impossible')
}

async function tellPlan({ db, services, language }: QueryContext, plan: UndoPlan) {
  const { translator } = services
  const thing = (what: string, count: number): string => {
    const key = `registry:undo.things.${what.replace('.', '_')}`
    return translator.say(language, translator.has(`${key}_other`) ? key : 'registry:undo.things.other', { count })
  }
  const amounts = (list: UndoPlan['removed']) =>
    list.map(({ what, count }) => ({ what, count, label: thing(what, count) }))
  const names = await repo.findNames(
    db,
    plan.obstacles.flatMap(({ people }) => people),
  )
  const moments = await repo.findMoments(
    db,
    plan.obstacles.flatMap(({ load }) => load ?? []),
  )
  return {
    ...plan,
    removed: amounts(plan.removed),
    restored: amounts(plan.restored),
    obstacles: plan.obstacles.map(({ reason, what, count, load, people, link, label }) => {
      const at = load === null ? undefined : moments.get(load)
      const said = label === null ? thing(what, count) : `${thing(what, count)} (${label})`
      const by = reason === 'changed_since' && load === null ? '_by_hand' : ''
      return {
        reason,
        what,
        count,
        message: translator.say(language, `registry:undo.reasons.${reason}${by}`, { things: said }),
        load: load === null || at === undefined ? null : { id: load, createdAt: at.toISOString() },
        link,
        people: people.map((id) => ({ id, name: names.get(id) ?? `№ ${id}` })),
      }
    }),
  }
}
