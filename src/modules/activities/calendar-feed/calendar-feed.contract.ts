import { z } from 'zod'
import { endpoint, FileReply, Nothing } from '../../../platform/contract.ts'

export const getMyCalendarFeed = endpoint({
  id: 'getMyCalendarFeed',
  method: 'get',
  path: '/api/my/calendar',
  summary: 'Since when a calendar may read the events one goes to or speaks at; the address itself is shown once only',
  reply: z.object({ since: z.iso.datetime().nullable() }),
})

export const makeMyCalendarFeed = endpoint({
  id: 'makeMyCalendarFeed',
  method: 'post',
  path: '/api/my/calendar',
  summary: 'Make the secret address a calendar reads one’s events by; the one before works no more',
  reply: z.object({ address: z.url() }),
})

export const revokeMyCalendarFeed = endpoint({
  id: 'revokeMyCalendarFeed',
  method: 'delete',
  path: '/api/my/calendar',
  summary: 'Take the secret address back: calendars read nothing by it any more',
  reply: Nothing,
})

export const readCalendarFeed = endpoint({
  id: 'readCalendarFeed',
  method: 'get',
  path: '/api/calendars/{secret}/rost.ics',
  summary: 'Events of whoever made this address, as iCalendar (RFC 5545); of nobody else anything',
  params: z.object({ secret: z.string().max(64) }),
  reply: FileReply,
})
