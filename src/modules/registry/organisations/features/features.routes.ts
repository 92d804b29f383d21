import { covers } from '../../../../platform/access/access.ts'
import { type ReadDb, sqlState } from '../../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../../platform/errors.ts'
import { command, query, type Route } from '../../../../platform/http/route.ts'
import { findOrganisation } from '../organisations.repo.ts'
import { scopeOfOrganisation } from '../organisations.scope.ts'
import * as contract from './features.contract.ts'
import * as repo from './features.repo.ts'

const UNIQUE = '23505'

export const featureRoutes: readonly Route[] = [
  query(contract.listFeatures, {
    may: 'organisation.read',
    over: scopeOfOrganisation,
    run: async ({ db, reachAlso }, { params: { id } }) => {
      await refuseUnknown(db, id)
      const [items, kinds] = await Promise.all([repo.findFeatures(db, id), repo.findFeatureKinds(db)])
      const managed = reachAlso('organisation.features')
      const adds = managed !== undefined && covers(managed, { organisations: [id] })
      return { items, kinds, can: adds ? ['add'] : [] }
    },
  }),
  command(contract.addFeature, {
    may: 'organisation.features',
    over: scopeOfOrganisation,
    run: async ({ tx, note }, { params: { id }, body }) => {
      await refuseUnknown(tx, id)
      const kinds = await repo.findFeatureKinds(tx)
      if (!kinds.some((kind) => kind.id === body.kindId)) throw invalidField('kindId', 'reference_unknown')
      refuseDays(body)
      const feature = await refuseTwice(() => repo.insertFeature(tx, id, body))
      note({ kind: 'organisation', id, details: { feature } })
      return await getFeature(tx, id, feature)
    },
  }),
  command(contract.changeFeature, {
    may: 'organisation.features',
    over: scopeOfOrganisation,
    run: async ({ tx, note, expectedVersion }, { params: { id, featureId }, body }) => {
      const before = await getFeature(tx, id, featureId)
      const { from = before.from, until = before.until } = body
      refuseDays({ from, until })
      note({ kind: 'organisation', id, details: { feature: featureId, fields: Object.keys(body) } })
      const seen = { id: featureId, version: expectedVersion }
      orConflict(await refuseTwice(() => repo.updateFeature(tx, seen, body)))
      return await getFeature(tx, id, featureId)
    },
  }),
  command(contract.removeFeature, {
    may: 'organisation.features',
    over: scopeOfOrganisation,
    run: async ({ tx, note, expectedVersion }, { params: { id, featureId } }) => {
      await getFeature(tx, id, featureId)
      note({ kind: 'organisation', id, details: { feature: featureId } })
      orConflict(await repo.deleteFeature(tx, featureId, expectedVersion))
      return undefined
    },
  }),
]

async function refuseUnknown(db: ReadDb, organisation: number): Promise<void> {
  if ((await findOrganisation(db, organisation)) === undefined) throw new Refusal('not_found', 'not_found')
}

async function getFeature(db: ReadDb, organisation: number, id: number): Promise<contract.Feature> {
  const found = await repo.findFeature(db, organisation, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

function refuseDays({ from, until }: Pick<contract.Feature, 'from' | 'until'>): void {
  if (until !== null && until < from) throw invalidField('until', 'ends_before_start')
}

function orConflict(done: boolean): void {
  if (!done) throw new Refusal('version_conflict', 'version_conflict')
}

async function refuseTwice<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (sqlState(error) === UNIQUE) throw invalidField('from', 'feature_there')
    throw error
  }
}
