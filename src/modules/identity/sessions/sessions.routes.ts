import { Refusal } from '../../../platform/errors.ts'
import { command, query, type RequestContext, type Route } from '../../../platform/http/route.ts'
import { ownAccount } from '../accounts/profile.routes.ts'
import * as contract from './sessions.contract.ts'
import * as repo from './sessions.repo.ts'

const currentSession = ({ credential }: Pick<RequestContext, 'credential'>): number | null =>
  credential?.kind === 'session' ? credential.id : null

export const sessionRoutes: readonly Route[] = [
  query(contract.listMySessions, {
    may: 'signed-in',
    own: true,
    run: async (context) => {
      const current = currentSession(context)
      const found = await repo.findSessions(context.db, ownAccount(context))
      return { items: found.map((session) => ({ ...session, current: session.id === current })), total: found.length }
    },
  }),
  command(contract.endMyOtherSessions, {
    may: 'signed-in',
    own: true,
    run: async (context) => {
      const account = ownAccount(context)
      context.note({ kind: 'account', id: account })
      await repo.deleteSessions(context.tx, account, currentSession(context))
      return undefined
    },
  }),
  command(contract.endMySession, {
    may: 'signed-in',
    own: true,
    run: async (context, { params }) => {
      context.note({ kind: 'session', id: params.id })
      if (!(await repo.deleteSession(context.tx, ownAccount(context), params.id)))
        throw new Refusal('not_found', 'not_found')
      return undefined
    },
  }),
]
