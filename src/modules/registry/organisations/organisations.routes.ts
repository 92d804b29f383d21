import type { Scope } from '../../../platform/access/access.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { remember, rememberAdded } from '../history/history.service.ts'
import * as contract from './organisations.contract.ts'
import * as repo from './organisations.repo.ts'
import { scopeOfOrganisation } from './organisations.scope.ts'
import * as service from './organisations.service.ts'
import { getStaff } from './staff/staff.contract.ts'
import { countStaff } from './staff/staff.repo.ts'

const whole = async (): Promise<Scope> => 'district'

export const organisationRoutes: readonly Route[] = [
  query(contract.listOrganisations, {
    may: 'organisation.read',
    run: ({ db, reach }, { query }) => repo.findOrganisations(db, reach, query),
  }),
  query(contract.getOrganisation, {
    may: 'organisation.read',
    over: scopeOfOrganisation,
    run: async ({ db }, { params }) => {
      const found = await repo.findOrganisation(db, params.id)
      if (found === undefined) throw new Refusal('not_found', 'not_found')
      return found
    },
  }),
  query(getStaff, {
    may: 'person.read',
    over: scopeOfOrganisation,
    run: async ({ db, today }, { params, query }) => {
      if ((await repo.findOrganisation(db, params.id)) === undefined) throw new Refusal('not_found', 'not_found')
      return await countStaff(db, params.id, query.activeOn ?? today)
    },
  }),
  command(contract.createOrganisation, {
    may: 'organisation.manage',
    over: whole,
    run: async ({ tx, note, actor }, { body }) => {
      const created = await service.createOrganisation(tx, body)
      await rememberAdded(tx, { kind: 'organisation', id: created.id, account: actor.account })
      note({ kind: 'organisation', id: created.id })
      return created
    },
  }),
  command(contract.changeOrganisation, {
    may: 'organisation.manage',
    over: scopeOfOrganisation,
    run: async ({ tx, note, actor, expectedVersion }, { params, body }) => {
      note({ kind: 'organisation', id: params.id, details: { fields: Object.keys(body) } })
      return await remember(tx, { kind: 'organisation', id: params.id, account: actor.account }, () =>
        service.changeOrganisation(tx, params.id, expectedVersion, body),
      )
    },
  }),
  command(contract.removeOrganisation, {
    may: 'organisation.manage',
    over: scopeOfOrganisation,
    run: async ({ tx, note, actor, expectedVersion }, { params }) => {
      note({ kind: 'organisation', id: params.id })
      await remember(tx, { kind: 'organisation', id: params.id, account: actor.account }, () =>
        service.removeOrganisation(tx, params.id, expectedVersion),
      )
      return undefined
    },
  }),
]
