import { command, type QueryContext, query, type Route } from '../../../platform/http/route.ts'
import { ownAccount } from '../../identity/index.ts'
import { sayTold } from '../say.ts'
import * as contract from './notifications.contract.ts'
import * as repo from './notifications.repo.ts'

/** Notifications belong to an account in a district; without one there are none. */
export const notificationRoutes: readonly Route[] = [
  query(contract.countNotifications, {
    may: 'signed-in',
    run: async (context) => ({ unseen: await repo.countUnseen(context.db, ownAccount(context)) }),
  }),
  query(contract.listNotifications, {
    may: 'signed-in',
    run: async (context, { query }) => {
      const { items, total } = await repo.findNotifications(context.db, ownAccount(context), query)
      return { items: items.map((one) => tell(one, context)), total }
    },
  }),
  command(contract.seeNotifications, {
    may: 'signed-in',
    run: (context, { body }) => repo.markSeen(context.tx, ownAccount(context), body),
  }),
]

function tell(stored: repo.StoredNotification, { services, language }: QueryContext): contract.Notification {
  const { id, at, kind, link, details, seen } = stored
  const [module, code] = kind.split(':')
  const text = sayTold(services.translator, language, `${module}:notifications.${code}`, details)
  return { id, at: at.toISOString(), text, link, seen }
}
