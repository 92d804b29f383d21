import { Refusal } from '../../../../platform/errors.ts'
import { command, query, type Route } from '../../../../platform/http/route.ts'
import { scopeOfEvent } from '../../events/events.scope.ts'
import * as contract from './group.contract.ts'
import * as repo from './group.repo.ts'
import * as service from './group.service.ts'

export const groupRoutes: readonly Route[] = [
  query(contract.getRun, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: ({ db, today }, { params: { id } }) => service.getRun(db, id, today),
  }),
  query(contract.listLearners, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async ({ db, today }, { params: { id }, query: asked }) => {
      const run = await repo.findRun(db, id)
      if (run === undefined) throw new Refusal('not_found', 'not_found')
      const { items, total } = await repo.findLearners(db, id, asked)
      return { items: items.map((learner) => service.tellLearner(learner, run.event, today)), total }
    },
  }),
  command(contract.joinRun, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: (context, { params: { id }, body }) => service.joinRun(context, id, body),
  }),
  command(contract.leaveRun, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: (context, { params: { id, personId }, body }) =>
      service.leaveRun(context, { event: id, person: personId }, body),
  }),
  command(contract.returnToRun, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: (context, { params: { id, personId } }) => service.returnToRun(context, { event: id, person: personId }),
  }),
]
