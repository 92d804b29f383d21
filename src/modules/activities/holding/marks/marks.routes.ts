import type { ReadDb } from '../../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../../platform/http/route.ts'
import { lockEvent, updateEvent } from '../../events/events.repo.ts'
import { scopeOfEvent } from '../../events/events.scope.ts'
import { getEvent } from '../../events/events.service.ts'
import { findMeeting } from '../../events/meetings.repo.ts'
import { countMarked, holdScreen } from '../presence/presence.repo.ts'
import { refuseStrangers } from '../strangers.ts'
import * as contract from './marks.contract.ts'
import * as repo from './marks.repo.ts'

export const markRoutes: readonly Route[] = [
  query(contract.listMarks, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async ({ db }, { params: { id, meetingId }, query: asked }) => {
      await getMeeting(db, id, meetingId)
      const found = await repo.findMarks(db, { event: id, meeting: meetingId }, asked)
      return { ...found, length: await repo.findLength(db, meetingId) }
    },
  }),
  command(contract.markPeople, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id, meetingId }, body }) => {
      const { tx, note } = context
      await refuseClosed(context, id, meetingId)
      const marks = [...new Map(body.marks.map((mark) => [mark.personId, mark])).values()]
      const length = await repo.findLength(tx, meetingId)
      const long = marks.findIndex(({ minutes }) => minutes !== null && minutes > length)
      if (long !== -1) throw invalidField(`marks.${long}.minutes`, 'minutes_long', { most: length })
      const people = marks.map(({ personId }) => personId)
      await refuseStrangers(context, id, people, 'marks')
      note({ kind: 'event', id, details: { meeting: meetingId, people } })
      await repo.writeMarks(tx, meetingId, { marks, toldBy: body.toldBy })
      return { marked: (await countMarked(tx, meetingId)).marked }
    },
  }),
  command(contract.changeLeastShare, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id }, body: { leastShare } }) => {
      const { tx, note, expectedVersion } = context
      const event = await lockEvent(tx, id)
      if (event === undefined) throw new Refusal('not_found', 'not_found')
      if (event.state === 'held' || event.state === 'cancelled') throw new Refusal('conflict', 'event_state')
      note({ kind: 'event', id, details: { leastShare } })
      if (!(await updateEvent(tx, id, expectedVersion, { step: { least_share: leastShare } }))) {
        throw new Refusal('version_conflict', 'version_conflict')
      }
      return await getEvent(context, tx, id)
    },
  }),
]

async function getMeeting(db: ReadDb, event: number, id: number): Promise<void> {
  if ((await findMeeting(db, event, id)) === undefined) throw new Refusal('not_found', 'not_found')
}

/** Marks are made from the day of the meeting until the event was held. */
async function refuseClosed({ tx, today }: CommandContext, event: number, meeting: number): Promise<void> {
  const screen = await holdScreen(tx, meeting)
  if (screen === undefined || screen.event.id !== event) throw new Refusal('not_found', 'not_found')
  if (screen.state !== 'announced') throw new Refusal('conflict', 'event_state')
  if (screen.meeting.day > today) throw new Refusal('conflict', 'meeting_ahead')
}
