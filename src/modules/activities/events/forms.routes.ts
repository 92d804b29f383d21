import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './forms.contract.ts'
import * as repo from './forms.repo.ts'

export const formRoutes: readonly Route[] = [
  query(contract.listEventForms, {
    may: 'classifier.read',
    run: async ({ db }) => {
      const items = await repo.findForms(db)
      return { items, total: items.length }
    },
  }),
  command(contract.markEventForm, {
    may: 'classifier.manage',
    over: async ({ db }, { params }) => ((await repo.findForms(db, params.id)).length > 0 ? 'district' : undefined),
    run: async ({ tx, note }, { params: { id }, body: { interactive } }) => {
      if ((await repo.findForms(tx, id)).length === 0) throw new Refusal('not_found', 'not_found')
      note({ kind: 'classifier_value', id, details: { interactive: interactive ?? 'unknown' } })
      await repo.markForm(tx, id, interactive)
      const [form] = await repo.findForms(tx, id)
      if (form === undefined) throw new Refusal('not_found', 'not_found')
      return form
    },
  }),
]
