import { Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './signatories.contract.ts'
import * as repo from './signatories.repo.ts'

async function getSignatory({ tx, today }: CommandContext, id: number): Promise<contract.Signatory> {
  const [found] = await repo.findSignatories(tx, today, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

export const signatoryRoutes: readonly Route[] = [
  query(contract.listSignatories, {
    may: 'document.manage',
    run: async ({ db, today }) => {
      const items = await repo.findSignatories(db, today)
      return { items, total: items.length }
    },
  }),
  command(contract.addSignatory, {
    may: 'document.manage',
    run: async (context, { body }) => {
      const id = await repo.insertSignatory(context.tx, body)
      context.note({ kind: 'document_signatory', id })
      return await getSignatory(context, id)
    },
  }),
  command(contract.changeSignatory, {
    may: 'document.manage',
    over: async ({ db }, { params }) =>
      (await repo.findSignatories(db, '2000-01-01', params.id)).length > 0 ? 'district' : undefined,
    run: async (context, { params: { id }, body }) => {
      const { tx, note, expectedVersion: version } = context
      if (!(await repo.updateSignatory(tx, { ...body, id, version })))
        throw new Refusal('version_conflict', 'version_conflict')
      note({ kind: 'document_signatory', id })
      return await getSignatory(context, id)
    },
  }),
]
