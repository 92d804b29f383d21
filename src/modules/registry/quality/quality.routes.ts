import { Refusal } from '../../../platform/errors.ts'
import { query, type Route } from '../../../platform/http/route.ts'
import { scopeOfOrganisation } from '../organisations/organisations.scope.ts'
import * as contract from './quality.contract.ts'
import { findQualityDays } from './quality.days.repo.ts'
import * as repo from './quality.repo.ts'

export const qualityRoutes: readonly Route[] = [
  query(contract.listQuality, {
    may: 'person.read',
    heavy: true,
    run: async ({ db, reach, today }) => {
      const items = await repo.findQuality(db, { reach, today })
      return { items, total: items.length }
    },
  }),
  query(contract.listQualityDays, {
    may: 'person.read',
    run: async ({ db, reach, today }, { query: { organisation } }) => {
      if (organisation !== undefined && !reach.district && !reach.organisations.includes(organisation)) {
        throw new Refusal('not_found', 'not_found')
      }
      const items = await findQualityDays(db, { reach, today }, organisation)
      return { items, total: items.length }
    },
  }),
  query(contract.getQuality, {
    may: 'person.read',
    heavy: true,
    over: scopeOfOrganisation,
    run: async ({ db, reach, today }, { params }) => {
      const found = await repo.findQualityOf(db, { reach, today }, params.id)
      if (found === undefined) throw new Refusal('not_found', 'not_found')
      return found
    },
  }),
]
