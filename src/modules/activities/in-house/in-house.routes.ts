import { command, query, type Route } from '../../../platform/http/route.ts'
import { WORKBOOK_TYPE } from '../../../platform/spreadsheets/index.ts'
import { takeAway } from '../../registry/index.ts'
import { scopeOfEvent } from '../events/events.scope.ts'
import * as contract from './in-house.contract.ts'
import { findAllInHouse } from './in-house.repo.ts'
import * as service from './in-house.service.ts'
import { inHouseWorkbook } from './in-house.workbook.ts'
import { findInHouseRule } from './rule.repo.ts'

export const inHouseRoutes: readonly Route[] = [
  query(contract.listInHouse, {
    may: 'in_house.read',
    run: async (context, { query: asked }) => {
      const { db, reach, reachAlso, mayAlso } = context
      const rule = await findInHouseRule(db)
      const { items, total } = await findAllInHouse(db, asked, { reach, rule })
      return {
        ...{ items: items.map((one) => service.tell(one, rule, context)), total, required: rule.required },
        can: [
          ...(reachAlso('event.manage') === undefined ? [] : (['record'] as const)),
          ...(mayAlso('in_house.attest') ? (['attest'] as const) : []),
        ],
      }
    },
  }),
  // A command, for whoever takes a list away in a file leaves a trace.
  command(contract.exportInHouse, {
    may: 'in_house.read',
    run: async (context, { query: asked }) => {
      const { tx, tenant, today, language, reach, services } = context
      const rule = await findInHouseRule(tx)
      const all = { ...asked, page: 1, size: contract.IN_HOUSE_IN_WORKBOOK }
      const { items } = await findAllInHouse(tx, all, { reach, rule })
      await takeAway(context, {
        action: contract.exportInHouse.id,
        ...{ kind: 'district', id: tenant ?? 0, details: { ...asked, q: undefined }, rows: items.length },
      })
      const events = items.map((one) => service.tell(one, rule, context))
      const content = await inHouseWorkbook(events, services.translator, language)
      return { fileName: `in-house-${today}.xlsx`, mediaType: WORKBOOK_TYPE, content }
    },
  }),
  query(contract.getInHouse, {
    may: 'in_house.read',
    over: scopeOfEvent,
    run: (context, { params }) => service.getInHouse(context, context.db, params.id),
  }),
  command(contract.recordInHouse, {
    may: 'event.manage',
    run: (context, { body }) => service.record(context, body),
  }),
  command(contract.correctInHouse, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: (context, { params, body }) => service.correct(context, params.id, body),
  }),
  command(contract.askForInHouse, {
    may: 'event.manage',
    run: (context, { body }) => service.ask(context, body),
  }),
  command(contract.decideInHouse, {
    may: 'in_house.attest',
    run: (context, { body }) => service.decide(context, body),
  }),
]
