import { type CalendarEntry, printCalendar } from '../../../platform/calendar/icalendar.ts'
import type { Language } from '../../../platform/messages.ts'
import type { Services } from '../../../platform/services.ts'
import { siteAddress } from '../../identity/index.ts'
import type { OwnMeeting } from './calendar-feed.repo.ts'

type About = {
  readonly tenant: number
  readonly zone: string
  readonly language: Language
  readonly madeAt: Date
}

/** The meetings as a calendar; nothing of other people stands in it. */
export function ownCalendar(services: Services, meetings: readonly OwnMeeting[], about: About): string {
  const { tenant, zone, language, madeAt } = about
  const say = (key: string): string => services.translator.say(language, `activities:calendar.${key}`)
  const site = siteAddress(services.settings)

  /** Of this installation and no other, and unreadable: who sees one learns nothing. */
  const uidOf = ({ event, meeting }: OwnMeeting): string =>
    services.master.hashText(`calendar:${tenant}:${event}:${meeting ?? 'whole'}`, 'hex').slice(0, 32)

  function entryOf(own: OwnMeeting): CalendarEntry {
    const { title, meetingTitle, startsAt, endsAt, firstOn, lastOn, place, link, isCancelled } = own
    const standing = own.speaks ? 'speaks' : (own.standing ?? 'enrolled')
    const isCertain = standing === 'speaks' || standing === 'enrolled'
    const said = [say(isCancelled ? 'cancelled' : standing), ...(link === null ? [] : [`${say('join')} ${link}`])]
    return {
      ...{ uid: uidOf(own), sequence: own.changes, page: `${site}/events/${own.event}` },
      span: startsAt === null || endsAt === null ? { firstOn, lastOn } : { startsAt, endsAt },
      status: isCancelled ? 'CANCELLED' : isCertain ? 'CONFIRMED' : 'TENTATIVE',
      summary: meetingTitle === '' ? title : `${title}: ${meetingTitle}`,
      description: said.join('\n'),
      location: place ?? '',
    }
  }

  return printCalendar({ name: say('name'), zone, madeAt, entries: meetings.map(entryOf) })
}
