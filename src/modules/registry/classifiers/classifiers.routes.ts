import { accessMatrix } from '../../../access-matrix.ts'
import { type Actor, reachOf } from '../../../platform/access/access.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './classifiers.contract.ts'
import * as repo from './classifiers.repo.ts'
import { positionRoutes } from './positions.routes.ts'

export const classifierRoutes: readonly Route[] = [
  ...positionRoutes,
  query(contract.listClassifiers, {
    may: 'classifier.read',
    run: async ({ db }) => {
      const items = await repo.findKinds(db)
      return { items, total: items.length }
    },
  }),
  query(contract.listClassifierValues, {
    may: 'classifier.read',
    run: async ({ db, actor }, { params, query }) => {
      const found = await repo.findValues(db, params.kind, query)
      if (found === undefined) throw new Refusal('not_found', 'not_found')
      return { items: found.items.map((value) => tell(value, actor)), total: found.total }
    },
  }),
  command(contract.addClassifierValue, {
    may: 'classifier.manage',
    over: async ({ db }, { params }) => ((await repo.isKind(db, params.kind)) ? 'district' : undefined),
    run: async ({ tx, note, actor }, { params, body }) => {
      if (!(await repo.isKind(tx, params.kind))) throw new Refusal('not_found', 'not_found')
      const added = await repo.insertValue(tx, params.kind, body.label)
      if (added === undefined) throw invalidField('label', 'label_taken')
      note({ kind: 'classifier_value', id: added.id, details: { kind: params.kind } })
      return tell(added, actor)
    },
  }),
  command(contract.changeClassifierValue, {
    may: 'classifier.manage',
    over: async ({ db }, { params }) => (await repo.findValue(db, params)) && 'district',
    run: async ({ tx, note, actor, expectedVersion }, { params, body }) => {
      note({ kind: 'classifier_value', id: params.id, details: { fields: Object.keys(body) } })
      const { label } = body
      if (label !== undefined && (await repo.isWritten(tx, params, label))) throw invalidField('label', 'label_taken')
      const changed = await repo.updateValue(tx, params, expectedVersion, body)
      if (changed === undefined) throw new Refusal('version_conflict', 'version_conflict')
      return tell(changed, actor)
    },
  }),
]

function tell(value: repo.StoredValue, actor: Actor): contract.ClassifierValue {
  const manages = reachOf(accessMatrix, actor, 'classifier.manage')?.district === true
  return { ...value, can: manages ? ['change'] : [] }
}
