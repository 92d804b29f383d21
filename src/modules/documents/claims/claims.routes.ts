import { command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './claims.contract.ts'
import * as repo from './claims.repo.ts'
import * as service from './claims.service.ts'
import type { WorkOnRecord } from './work.on.record.ts'

export const claimRoutes = (onRecord: WorkOnRecord): readonly Route[] => [
  query(contract.listMyClaims, {
    may: 'claim.own',
    run: async ({ db, reach }, { query: asked }) => {
      const { items, total } = await repo.findClaimsOf(db, reach.people, asked)
      return { items: items.map(service.tellOwn), total }
    },
  }),
  query(contract.listMyWork, {
    may: 'claim.own',
    run: async (context) => {
      const items = await service.findWork(context, onRecord)
      return { items, total: items.length }
    },
  }),
  command(contract.makeClaim, {
    may: 'claim.own',
    run: (context, { body }) => service.makeClaim(context, body),
  }),
  command(contract.claimWork, {
    may: 'claim.own',
    run: (context, { body }) => service.claimWork(context, onRecord, body.id),
  }),
  command(contract.changeClaim, {
    may: 'claim.own',
    over: service.scopeOfClaim,
    run: (context, { params, body }) => service.change(context, params.id, body),
  }),
  command(contract.removeClaim, {
    may: 'claim.own',
    over: service.scopeOfClaim,
    run: (context, { params }) => service.remove(context, params.id),
  }),
  query(contract.listClaims, {
    may: 'claim.confirm',
    run: async (context, { query: asked }) => {
      const { items, total } = await repo.findClaims(context.db, context.reach, asked)
      return {
        items: items.map((claim) => service.tell(claim, context)),
        total,
        can: context.mayAlso('document.manage') ? ['certify' as const] : [],
      }
    },
  }),
  command(contract.decideClaims, {
    may: 'claim.confirm',
    run: (context, { body }) => service.decide(context, body),
  }),
  command(contract.certifyClaims, {
    may: 'document.manage',
    run: (context, { body }) => service.certify(context, body),
  }),
]
