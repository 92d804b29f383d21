import { command, query, type Route } from '../../../platform/http/route.ts'
import type { Vocabulary } from '../../population/index.ts'
import { scopeOfEvent } from '../events/events.scope.ts'
import * as contract from './admission.contract.ts'
import * as service from './admission.service.ts'

export const admissionRoutes = (vocabulary: Vocabulary): readonly Route[] => [
  query(contract.getAdmission, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async ({ db, language }, { params }) =>
      service.tellAdmission(vocabulary, await service.getGate(db, params.id), language),
  }),
  command(contract.changeAdmission, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params, body }) =>
      service.tellAdmission(
        vocabulary,
        await service.changeAdmission(context, vocabulary, params.id, body),
        context.language,
      ),
  }),
]
