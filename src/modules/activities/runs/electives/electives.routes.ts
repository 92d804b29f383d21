import { command, query, type Route } from '../../../../platform/http/route.ts'
import { scopeOfEvent } from '../../events/events.scope.ts'
import * as contract from './electives.contract.ts'
import * as service from './electives.service.ts'

export const electiveRoutes: readonly Route[] = [
  command(contract.chooseElectives, {
    may: 'enrolment.own',
    run: (context, { params: { id }, body: { moduleIds } }) => service.chooseElectives(context, id, moduleIds),
  }),
  query(contract.getElectives, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: ({ db, today }, { params: { id } }) => service.getElectives(db, id, today),
  }),
  command(contract.chooseForLearners, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: (context, { params: { id }, body }) => service.chooseForLearners(context, id, body),
  }),
  command(contract.setChoiceDay, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: (context, { params: { id }, body: { chooseBy } }) => service.setChoiceDay(context, id, chooseBy),
  }),
  command(contract.remindToChoose, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: (context, { params: { id } }) => service.remindToChoose(context, id),
  }),
]
