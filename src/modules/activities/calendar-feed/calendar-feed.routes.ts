import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { networkOf, takeTokens } from '../../../platform/rate-limit.ts'
import { hashSecret, looksLikeSecret, newSecret, ownAccount, siteAddress } from '../../identity/index.ts'
import * as contract from './calendar-feed.contract.ts'
import * as repo from './calendar-feed.repo.ts'
import { ownCalendar } from './own.calendar.ts'

/** The server of a large calendar asks for all who subscribed there; guessing 2²⁵⁶ addresses is hopeless anyway. */
const RATE = { capacity: 300, refillSeconds: 0.2 }

export const calendarFeedRoutes: readonly Route[] = [
  query(contract.getMyCalendarFeed, {
    may: 'enrolment.own',
    own: true,
    run: async (context) => {
      const feed = await repo.findFeed(context.db, ownAccount(context))
      return { since: feed?.since.toISOString() ?? null }
    },
  }),
  command(contract.makeMyCalendarFeed, {
    may: 'enrolment.own',
    own: true,
    secret: true,
    run: async (context) => {
      const { tx, note, services } = context
      const account = ownAccount(context)
      const secret = newSecret()
      await repo.writeFeed(tx, account, hashSecret(secret))
      note({ kind: 'account', id: account })
      return { address: `${siteAddress(services.settings)}/api/calendars/${secret}/rost.ics` }
    },
  }),
  command(contract.revokeMyCalendarFeed, {
    may: 'enrolment.own',
    own: true,
    run: async (context) => {
      const account = ownAccount(context)
      context.note({ kind: 'account', id: account })
      await repo.deleteFeed(context.tx, account)
      return undefined
    },
  }),
  query(contract.readCalendarFeed, {
    may: 'public',
    run: async ({ services, clientAddress }, { params: { secret } }) => {
      const { database } = services
      await takeTokens(services, [{ name: 'calendar-feed', subject: networkOf(clientAddress), rate: RATE }])
      const reader = looksLikeSecret(secret, 'link')
        ? await repo.findReader(database.reader(null), hashSecret(secret))
        : undefined
      if (reader === undefined) throw new Refusal('not_found', 'not_found')
      const { tenant, zone, people } = reader
      const meetings = await repo.findOwnMeetings(database.reader(tenant), people)
      const about = { tenant, zone, language: reader.language ?? 'ru', madeAt: new Date() }
      return {
        fileName: 'rost.ics',
        mediaType: 'text/calendar; charset=utf-8',
        content: Buffer.from(ownCalendar(services, meetings, about)),
      }
    },
  }),
]
