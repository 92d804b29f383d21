import { Refusal } from '../../../../platform/errors.ts'
import { command, query, type Route } from '../../../../platform/http/route.ts'
import { siteAddress } from '../../../identity/index.ts'
import { ownPerson } from '../../enrolment/enrolment.service.ts'
import { scopeOfEvent } from '../../events/events.scope.ts'
import { codeOf, secondsLeft, stepAt } from './presence.code.ts'
import * as contract from './presence.contract.ts'
import * as repo from './presence.repo.ts'
import { countTry, markHere, markTyped, meetingOf, named } from './presence.service.ts'

export const presenceRoutes: readonly Route[] = [
  query(contract.getPresenceCode, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params, query: { meetingId } }) => {
      const { db, services, today } = context
      const screens = await repo.findScreensOn(db, today, params.id)
      const screen = meetingId === undefined ? screens[0] : screens.find(({ meeting }) => meeting.id === meetingId)
      if (screen === undefined) throw new Refusal('conflict', 'presence_no_meeting')
      const { id } = screen.meeting
      const now = Date.now()
      const code = codeOf(services.master, meetingOf(context, id), stepAt(now))
      const typedAt = `${siteAddress(services.settings)}/here`
      return {
        ...{ title: screen.event.title, meeting: screen.meeting, code, typedAt, address: `${typedAt}/${id}/${code}` },
        meetings: screens.map(({ meeting }) => meeting).sort((a, b) => a.from.localeCompare(b.from)),
        secondsLeft: secondsLeft(now),
        ...(await repo.countMarked(db, id)),
      }
    },
  }),
  query(contract.getMyPresence, {
    may: 'enrolment.own',
    run: async ({ db, reach }, { params: { id } }) => {
      const screen = await repo.findScreen(db, id)
      if (screen === undefined || screen.state === 'draft') throw new Refusal('not_found', 'not_found')
      return { ...named(screen), ...(await repo.findStanding(db, id, ownPerson(reach))) }
    },
  }),
  command(contract.markMyPresence, {
    may: 'enrolment.own',
    prepare: countTry,
    run: (context, { params, body }) => markHere(context, params.id, body.code),
  }),
  command(contract.typeMyPresence, {
    may: 'enrolment.own',
    prepare: countTry,
    run: (context, { body }) => markTyped(context, body.code),
  }),
]
