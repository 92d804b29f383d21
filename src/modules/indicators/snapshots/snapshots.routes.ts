import { invalidField, Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import { forgetNotifications } from '../../../platform/notifications.ts'
import {
  compileLabels,
  OPENED_BY_FIGURE,
  peopleAmong,
  requireTenant,
  type Vocabulary,
  within,
} from '../../population/index.ts'
import { quantitiesOf } from '../definitions/definition.contract.ts'
import { shownOf } from '../values/answer.ts'
import { hideSmall, restsOnIsland } from '../values/islands.ts'
import * as life from './snapshot.life.ts'
import * as contract from './snapshots.contract.ts'
import { linkTo, tellOfSnapshot } from './snapshots.news.ts'
import * as repo from './snapshots.repo.ts'
import * as service from './snapshots.service.ts'

const MAY = 'snapshot.take'
const whole = async () => 'district' as const

export function snapshotRoutes(vocabulary: Vocabulary): readonly Route[] {
  return [
    query(contract.listSnapshots, {
      may: 'indicator.read',
      run: async ({ db, reach, mayAlso }, { query }) => {
        const { items, total } = await repo.findSnapshots(db, query, life.statesSeen(reach))
        return { items: items.map((one) => life.tellSnapshot(one, mayAlso(MAY))), total }
      },
    }),
    command(contract.takeSnapshot, {
      may: MAY,
      over: whole,
      run: async ({ tx, tenant, actor, note }, { body }) => {
        const snapshot = await service.takeSnapshot(
          tx,
          { ...body, account: actor.account },
          { vocabulary, tenant: requireTenant(tenant) },
        )
        note({ kind: 'snapshot', id: snapshot.id, details: { date: body.date } })
        await tellOfSnapshot(tx, actor, snapshot, 'computed')
        return life.tellSnapshot(snapshot, true)
      },
    }),
    command(contract.approveSnapshot, {
      may: MAY,
      over: whole,
      run: async (context, { params, body }) => {
        if (body.date > context.today) throw invalidField('date', 'in_future')
        return await step(context, params.id, life.approvedBy(body, context.actor.account), 'approved')
      },
    }),
    command(contract.withdrawSnapshot, {
      may: MAY,
      over: whole,
      run: (context, { params }) => step(context, params.id, life.WITHDRAWN, 'withdrawn'),
    }),
    command(contract.publishSnapshot, {
      may: MAY,
      over: whole,
      run: (context, { params }) => step(context, params.id, life.publishedBy(context.actor.account), 'published'),
    }),
    command(contract.removeSnapshot, {
      may: MAY,
      over: whole,
      run: async ({ tx, note, expectedVersion }, { params }) => {
        note({ kind: 'snapshot', id: params.id })
        await life.remove(tx, params.id, expectedVersion)
        await forgetNotifications(tx, linkTo(params))
      },
    }),
    // Whoever reaches less than the district sees the own figures once they are approved, all once they are published.
    query(contract.getSnapshot, {
      may: 'indicator.read',
      run: async ({ db, tenant, language, reach, mayAlso }, { params }) => {
        const snapshot = await life.findSeen(db, reach, params.id)
        const frozen = await service.readFrozen(db, snapshot)
        const codes = await repo.findCodes(db, reach.organisations)
        const isOwn = !reach.district && snapshot.state === 'approved'
        const seen = isOwn ? life.ofOwn(frozen, codes) : life.withoutOthers(frozen, reach, codes)
        const restated = isOwn
          ? []
          : await service.findRestated(db, snapshot, frozen, { vocabulary, tenant: requireTenant(tenant) })
        const shown = mayAlso('island.diagnostics') ? seen : seen.map((f) => hideSmall(vocabulary, f))
        return {
          snapshot: life.tellSnapshot(snapshot, mayAlso(MAY)),
          of: isOwn ? ('own' as const) : ('district' as const),
          indicators: shownOf(snapshot.date, shown, language).indicators,
          restated,
        }
      },
    }),
    command(contract.listSnapshotMembers, {
      may: 'indicator.people',
      run: async ({ tx, tenant, reach, note, mayAlso }, { params, query }) => {
        const snapshot = await life.findSeen(tx, reach, params.id)
        const found = (await service.readFrozen(tx, snapshot)).find((f) => f.definition.code === params.code)
        if (found === undefined) throw new Refusal('not_found', 'not_found')
        const isClosed = restsOnIsland(vocabulary, found.definition.body)
        if (isClosed && !mayAlso('island.diagnostics')) throw new Refusal('forbidden', 'island_closed')
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
          ...peopleAmong((denominator ?? numerator).subject, items),
          ...(isClosed && { opened: OPENED_BY_FIGURE }),
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

async function step(
  { tx, actor, note, expectedVersion }: CommandContext,
  id: number,
  wanted: repo.Step,
  happened: 'approved' | 'published' | 'withdrawn',
): Promise<contract.Snapshot> {
  note({ kind: 'snapshot', id, details: { state: wanted.set.state } })
  const snapshot = await life.take(tx, id, expectedVersion, wanted)
  await tellOfSnapshot(tx, actor, snapshot, happened)
  return life.tellSnapshot(snapshot, true)
}
