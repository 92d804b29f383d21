import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './organisations.contract.ts'
import * as repo from './organisations.repo.ts'
import * as service from './organisations.service.ts'

const whole = async (): Promise<Scope> => 'district'

const itself = async ({ db }: { db: ReadDb }, { params }: { params: { id: number } }): Promise<Scope | undefined> => {
  const found = await repo.findOrganisation(db, params.id)
  return found && { organisations: [found.id] }
}

export const organisationRoutes: readonly Route[] = [
  query(contract.listOrganisations, {
    may: 'organisation.read',
    run: ({ db, reach }, { query }) => repo.findOrganisations(db, reach, query),
  }),
  query(contract.getOrganisation, {
    may: 'organisation.read',
    over: itself,
    run: async ({ db }, { params }) => {
      const found = await repo.findOrganisation(db, params.id)
      if (found === undefined) throw new Refusal('not_found', 'not_found')
      return found
    },
  }),
  command(contract.createOrganisation, {
    may: 'organisation.manage',
    over: whole,
    run: async ({ tx, note }, { body }) => {
      const created = await service.createOrganisation(tx, body)
      note({ kind: 'organisation', id: created.id })
      return created
    },
  }),
  command(contract.changeOrganisation, {
    may: 'organisation.manage',
    over: itself,
    run: async ({ tx, note, expectedVersion }, { params, body }) => {
      note({ kind: 'organisation', id: params.id, details: { fields: Object.keys(body) } })
      return await service.changeOrganisation(tx, params.id, expectedVersion, body)
    },
  }),
  command(contract.removeOrganisation, {
    may: 'organisation.manage',
    over: itself,
    run: async ({ tx, note, expectedVersion }, { params }) => {
      note({ kind: 'organisation', id: params.id })
      await service.removeOrganisation(tx, params.id, expectedVersion)
      return undefined
    },
  }),
]
