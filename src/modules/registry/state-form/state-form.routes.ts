import { invalidField, Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { scopeOfOrganisation } from '../organisations/organisations.scope.ts'
import * as contract from './state-form.contract.ts'
import * as repo from './state-form.repo.ts'

const missing = (): Refusal => new Refusal('not_found', 'not_found')

export const stateFormRoutes: readonly Route[] = [
  query(contract.listStateForms, {
    may: 'person.read',
    run: async ({ db, reach }, { query }) => {
      const items = await repo.findStateForms(db, { reach, year: query.year })
      return { items, total: items.length }
    },
  }),
  query(contract.getStateForm, {
    may: 'person.read',
    over: scopeOfOrganisation,
    run: async ({ db, reach }, { params: { id, year } }) => {
      const found = await repo.findStateForm(db, { reach, year, organisation: id })
      if (found === undefined) throw missing()
      return found
    },
  }),
  command(contract.writeStateForm, {
    may: 'person.manage',
    over: scopeOfOrganisation,
    run: async ({ tx, reach, actor, note, expectedVersion }, { params: { id, year }, body }) => {
      const asked = { reach, year, organisation: id }
      if ((await repo.findStateForm(tx, asked)) === undefined) throw missing()
      if (body.staffOn < `${year}-01-01` || body.staffOn > `${year + 1}-12-31`) {
        throw invalidField('staffOn', 'day_beyond_form')
      }
      note({ kind: 'organisation', id, details: { year } })
      const written = { organisation: id, year, version: expectedVersion, account: actor.account, ...body }
      if (!(await repo.writeStateForm(tx, written))) throw new Refusal('version_conflict', 'version_conflict')
      const form = await repo.findStateForm(tx, asked)
      if (form === undefined) throw missing()
      return form
    },
  }),
  // Names are looked at: the look itself goes into the journal, so this reads inside a command.
  command(contract.listStateFormMembers, {
    may: 'person.read',
    over: scopeOfOrganisation,
    run: async ({ tx, reach, note }, { params: { id, year }, query }) => {
      const asked = { reach, year, organisation: id }
      if ((await repo.findStateForm(tx, asked)) === undefined) throw missing()
      const items = await repo.findStateFormMembers(tx, asked, query.line)
      const members = items.map((item) => item.id)
      note({ kind: 'organisation', id, details: { year, line: query.line, members }, people: members })
      return { items, total: items.length }
    },
  }),
]
