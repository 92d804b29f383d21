import type { Tx } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, type RequestContext, type Route } from '../../../platform/http/route.ts'
import { remember, rememberAdded } from '../history/history.service.ts'
import * as contract from './employments.contract.ts'
import * as service from './employments.service.ts'
import { scopeOfEmployment, scopeOfPerson } from './people.scope.ts'
import { findEmployment } from './person.card.ts'
import { tellEmployment } from './person.telling.ts'

const may = 'person.manage'

export const employmentRoutes: readonly Route[] = [
  command(contract.addEmployment, {
    may,
    over: scopeOfPerson,
    run: async (context, { params, body }) => {
      const id = await service.addEmployment(context.tx, params.id, body, context.reach)
      await rememberAdded(context.tx, { kind: 'employment', id, account: context.actor.account })
      context.note({ kind: 'employment', id, details: { person: params.id } })
      return await getEmployment(context, context.tx, id)
    },
  }),
  command(contract.changeEmployment, {
    may,
    over: scopeOfEmployment,
    run: async (context, { params, body }) => {
      const { tx, note, actor, expectedVersion } = context
      const { person, columns } = await remember(
        tx,
        { kind: 'employment', id: params.id, account: actor.account },
        () => service.changeEmployment(tx, params.id, expectedVersion, body),
      )
      note({ kind: 'employment', id: params.id, details: { person, fields: columns } })
      return await getEmployment(context, tx, params.id)
    },
  }),
  command(contract.removeEmployment, {
    may,
    over: scopeOfEmployment,
    run: async ({ tx, note, actor, expectedVersion }, { params }) => {
      const person = await remember(tx, { kind: 'employment', id: params.id, account: actor.account }, () =>
        service.removeEmployment(tx, params.id, expectedVersion),
      )
      note({ kind: 'employment', id: params.id, details: { person } })
      return undefined
    },
  }),
]

async function getEmployment({ actor }: RequestContext, tx: Tx, id: number): Promise<contract.Employment> {
  const found = await findEmployment(tx, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return tellEmployment(found, actor)
}
