import type { Scope } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './event-requests.contract.ts'
import { findEventRequest, findEventRequests } from './event-requests.repo.ts'
import * as service from './event-requests.service.ts'

type Named = { readonly params: { readonly id: number } }

/** A request belongs to the organisation that asks. */
async function scopeOfRequest({ db }: { readonly db: ReadDb }, { params }: Named): Promise<Scope | undefined> {
  const found = await findEventRequest(db, params.id)
  return found && { organisations: [found.organisation.id] }
}

export const eventRequestRoutes: readonly Route[] = [
  query(contract.listEventRequests, {
    may: 'event_request.read',
    run: async (context, { query: asked }) => {
      const { items, ...counted } = await findEventRequests(context.db, asked, context.reach)
      const can: 'ask'[] = context.reachAlso('event_request.make') === undefined ? [] : ['ask']
      return { items: items.map((one) => service.tell(one, context)), ...counted, can }
    },
  }),
  query(contract.getEventRequest, {
    may: 'event_request.read',
    over: scopeOfRequest,
    run: (context, { params }) => service.getEventRequest(context, context.db, params.id),
  }),
  command(contract.askForEvent, {
    may: 'event_request.make',
    run: (context, { body }) => service.ask(context, body),
  }),
  command(contract.correctEventRequest, {
    may: 'event_request.make',
    over: scopeOfRequest,
    run: (context, { params, body }) => service.correct(context, params.id, body),
  }),
  command(contract.withdrawEventRequest, {
    may: 'event_request.make',
    over: scopeOfRequest,
    run: (context, { params }) => service.withdraw(context, params.id),
  }),
  command(contract.planRequestedEvent, {
    may: 'event_request.answer',
    over: scopeOfRequest,
    run: (context, { params, body }) => service.plan(context, params.id, body),
  }),
  command(contract.answerEventRequests, {
    may: 'event_request.answer',
    run: (context, { body }) => service.answer(context, body),
  }),
  command(contract.decideEventRequest, {
    may: 'event_request.answer',
    over: scopeOfRequest,
    run: (context, { params, body }) => service.decide(context, params.id, body),
  }),
]
