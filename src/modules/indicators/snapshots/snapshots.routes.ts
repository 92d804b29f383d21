import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { compileLabels, requireTenant, type Vocabulary, within } from '../../population/index.ts'
import { quantitiesOf } from '../definitions/definition.contract.ts'
import { answerOf } from '../values/answer.ts'
import { hideSmall, restsOnIsland } from '../values/islands.ts'
import type { Snapshot } from './snapshots.contract.ts'
import * as contract from './snapshots.contract.ts'
import * as repo from './snapshots.repo.ts'
import * as service from './snapshots.service.ts'

export function snapshotRoutes(vocabulary: Vocabulary): readonly Route[] {
  return [
    query(contract.listSnapshots, {
      may: 'indicator.read',
      run: ({ db }, { query }) => repo.findSnapshots(db, query),
    }),
    command(contract.takeSnapshot, {
      may: 'snapshot.take',
      over: async () => 'district',
      run: async ({ tx, tenant, actor, note }, { body }) => {
        const snapshot = await service.takeSnapshot(
          tx,
          { ...body, account: actor.account },
          { vocabulary, tenant: requireTenant(tenant) },
        )
        note({ kind: 'snapshot', id: snapshot.id, details: { date: body.date } })
        return snapshot
      },
    }),
    // Frozen figures stand as they are for the whole district; whoever reaches less counts the figures of their own.
    query(contract.getSnapshot, {
      may: 'indicator.read',
      over: async ({ db }, { params }) =>
        (await repo.findSnapshot(db, params.id)) === undefined ? undefined : 'district',
      run: async ({ db, tenant, language, mayAlso }, { params }) => {
        const snapshot = await getSnapshot(db, params.id)
        const frozen = await service.readFrozen(db, snapshot)
        const restated = await service.findRestated(db, snapshot, frozen, { vocabulary, tenant: requireTenant(tenant) })
        const shown = mayAlso('island.diagnostics') ? frozen : frozen.map((f) => hideSmall(vocabulary, f))
        return { snapshot, indicators: answerOf(snapshot.date, shown, language).indicators, restated }
      },
    }),
    command(contract.listSnapshotMembers, {
      may: 'indicator.people',
      run: async ({ tx, tenant, reach, note, mayAlso }, { params, query }) => {
        const snapshot = await getSnapshot(tx, params.id)
        const found = (await service.readFrozen(tx, snapshot)).find((f) => f.definition.code === params.code)
        if (found === undefined) throw new Refusal('not_found', 'not_found')
        if (restsOnIsland(vocabulary, found.definition.body) && !mayAlso('island.diagnostics'))
          throw new Refusal('forbidden', 'island_closed')
        const of = {
          snapshot: snapshot.id,
          definition: found.definition.id,
          date: query.date ?? snapshot.date,
          counted: query.part === 'counted',
          within: within(reach),
        }
        const { items, total } = await repo.findMembers(tx, of, query)
        const { numerator, denominator } = quantitiesOf(found.definition.body)
        const names = await service.findNow(
          tx,
          compileLabels(
            (denominator ?? numerator).subject,
            items.map((m) => m.id),
            { vocabulary, tenant: requireTenant(tenant) },
          ),
        )
        note({
          kind: 'snapshot',
          id: snapshot.id,
          details: { code: params.code, part: query.part, members: items.map((m) => m.id) },
        })
        return {
          items: items.map(({ id, organisation, evidence }) => ({
            id,
            organisation,
            label: names.get(id) ?? null,
            evidence: evidence.map(([table, row]) => ({ table, id: row })),
          })),
          total,
        }
      },
    }),
  ]
}

async function getSnapshot(db: ReadDb, id: number): Promise<Snapshot> {
  const snapshot = await repo.findSnapshot(db, id)
  if (snapshot === undefined) throw new Refusal('not_found', 'not_found')
  return snapshot
}
