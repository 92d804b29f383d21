import { command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './events.contract.ts'
import { findEvents } from './events.repo.ts'
import { scopeOfEvent, scopeOfReading } from './events.scope.ts'
import * as service from './events.service.ts'

export const eventRoutes: readonly Route[] = [
  query(contract.listEvents, {
    may: 'event.read',
    run: async ({ db, reachAlso }, { query: asked }) => {
      const managed = reachAlso('event.manage')
      return { ...(await findEvents(db, asked, managed)), can: managed === undefined ? [] : ['plan' as const] }
    },
  }),
  query(contract.getEvent, {
    may: 'event.read',
    over: scopeOfReading,
    run: (context, { params }) => service.getEvent(context, context.db, params.id),
  }),
  command(contract.planEvent, {
    may: 'event.manage',
    run: async (context, { body }) => service.getEvent(context, context.tx, await service.planEvent(context, body)),
  }),
  command(contract.changeEvent, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params, body }) => {
      await service.changeEvent(context, params.id, body)
      return await service.getEvent(context, context.tx, params.id)
    },
  }),
  command(contract.removeEvent, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params }) => {
      await service.removeEvent(context, params.id)
      return undefined
    },
  }),
  command(contract.announceEvent, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params }) => {
      await service.announceEvent(context, params.id)
      return await service.getEvent(context, context.tx, params.id)
    },
  }),
  command(contract.cancelEvent, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params, body }) => {
      await service.cancelEvent(context, params.id, body.reason)
      return await service.getEvent(context, context.tx, params.id)
    },
  }),
]
