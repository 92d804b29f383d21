import { command, query, type Route } from '../../../platform/http/route.ts'
import type { Vocabulary } from '../../population/index.ts'
import { scopeOfEvent } from '../events/events.scope.ts'
import * as contract from './invitations.contract.ts'
import * as repo from './invitations.repo.ts'
import * as service from './invitations.service.ts'

export const invitationRoutes = (vocabulary: Vocabulary): readonly Route[] => [
  // Names are looked at: the look itself goes into the journal. It is asked at every change, so no answer is kept.
  command(contract.previewInvitation, {
    may: 'event.manage',
    over: scopeOfEvent,
    heavy: true,
    secret: true,
    run: (context, { params, body }) => service.preview(context, vocabulary, params.id, body.population),
  }),
  command(contract.invite, {
    may: 'event.manage',
    over: scopeOfEvent,
    heavy: true,
    run: (context, { params, body }) => service.invite(context, vocabulary, params.id, body),
  }),
  query(contract.listInvitations, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async ({ db, language }, { params, query }) => {
      const { items, total } = await repo.findInvitations(db, params.id, query)
      return { items: items.map((one) => service.tellInvitation(vocabulary, one, language)), total }
    },
  }),
  query(contract.listInvited, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: ({ db, today, reach }, { params, query }) => repo.findInvited(db, { event: params.id, today, reach }, query),
  }),
]
