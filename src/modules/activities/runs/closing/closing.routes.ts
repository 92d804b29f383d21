import { command, type Route } from '../../../../platform/http/route.ts'
import { scopeOfEvent } from '../../events/events.scope.ts'
import * as contract from './closing.contract.ts'
import * as service from './closing.service.ts'

export const closingRoutes: readonly Route[] = [
  // No answer is kept: it tells what came of examinations.
  command(contract.openClosing, {
    may: 'island.examinations',
    secret: true,
    over: scopeOfEvent,
    run: (context, { params: { id } }) => service.openClosing(context, id),
  }),
  command(contract.closeRun, {
    may: 'island.examinations',
    over: scopeOfEvent,
    run: (context, { params: { id }, body }) => service.closeRun(context, id, body),
  }),
  command(contract.reopenRun, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: (context, { params: { id } }) => service.reopenRun(context, id),
  }),
]
