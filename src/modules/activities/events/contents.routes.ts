import { invalidField, Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, type Route } from '../../../platform/http/route.ts'
import { tellEnrolled } from '../enrolment/enrolment.news.ts'
import { hasPresence } from '../holding/presence/presence.repo.ts'
import { findEvent } from './events.repo.ts'
import { isSettled } from './events.rules.ts'
import { scopeOfEvent } from './events.scope.ts'
import { lockPlanned } from './events.service.ts'
import * as materialContract from './materials.contract.ts'
import { deleteMaterial, insertMaterial } from './materials.repo.ts'
import * as contract from './meetings.contract.ts'
import * as meetings from './meetings.repo.ts'
import { refuseMeeting } from './meetings.service.ts'
import { refuseUnseen } from './people.seen.ts'
import * as speakerContract from './speakers.contract.ts'
import { deleteSpeaker, findSpeakers, insertSpeaker } from './speakers.repo.ts'

/** What an event is made of: its meetings, who speaks, what stays of it. */
export const contentRoutes: readonly Route[] = [
  command(contract.addMeeting, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params, body }) => {
      const event = await lockPlanned(context, params.id)
      await refuseMeeting(context.tx, event, body)
      const id = await meetings.insertMeeting(context.tx, event.id, body)
      context.note({ kind: 'event', id: event.id, details: { meeting: id } })
      return await getMeeting(context, event.id, id)
    },
  }),
  command(contract.changeMeeting, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id, meetingId }, body }) => {
      const event = await lockPlanned(context, id)
      const { room, ...before } = await getMeeting(context, id, meetingId)
      const meeting = {
        title: body.title ?? before.title,
        day: body.day ?? before.day,
        from: body.from ?? before.from,
        until: body.until ?? before.until,
        roomId: body.roomId === undefined ? (room?.id ?? null) : body.roomId,
        link: body.link === undefined ? before.link : body.link,
      }
      await refuseMeeting(context.tx, event, meeting, { stood: room?.id })
      context.note({ kind: 'event', id, details: { meeting: meetingId, fields: Object.keys(body) } })
      await orConflict(meetings.updateMeeting(context.tx, meetingId, context.expectedVersion, meeting))
      const isMoved = (['day', 'from', 'until'] as const).some((name) => meeting[name] !== before[name])
      const isElsewhere = meeting.roomId !== (room?.id ?? null) || meeting.link !== before.link
      if (event.state === 'announced' && (isMoved || isElsewhere)) {
        const happened = isMoved ? 'event_moved' : 'event_place'
        await tellEnrolled(context.tx, { event: id, day: meeting.day }, happened)
      }
      return await getMeeting(context, id, meetingId)
    },
  }),
  command(contract.removeMeeting, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id, meetingId } }) => {
      await lockPlanned(context, id)
      await getMeeting(context, id, meetingId)
      if (await hasPresence(context.tx, meetingId)) throw new Refusal('conflict', 'meeting_marked')
      context.note({ kind: 'event', id, details: { meeting: meetingId } })
      await orConflict(meetings.deleteMeeting(context.tx, meetingId, context.expectedVersion))
      return undefined
    },
  }),
  command(speakerContract.addSpeaker, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id }, body }) => {
      await lockPlanned(context, id)
      if (body.personId !== null) await refuseUnseen(context, body.personId, 'personId')
      if (body.meetingId !== null && (await meetings.findMeeting(context.tx, id, body.meetingId)) === undefined) {
        throw invalidField('meetingId', 'reference_unknown')
      }
      const speaker = await insertSpeaker(context.tx, id, body)
      context.note({ kind: 'event', id, details: { speaker } })
      const added = (await findSpeakers(context.tx, id)).find((one) => one.id === speaker)
      if (added === undefined) throw new Error(`speaker ${speaker} of event ${id} is not there`)
      return added
    },
  }),
  command(speakerContract.removeSpeaker, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id, speakerId } }) => {
      await lockPlanned(context, id)
      context.note({ kind: 'event', id, details: { speaker: speakerId } })
      if (!(await deleteSpeaker(context.tx, id, speakerId))) throw new Refusal('not_found', 'not_found')
      return undefined
    },
  }),
  // Materials come when the event is over, too.
  command(materialContract.addMaterial, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async ({ tx, note }, { params: { id }, body }) => {
      if ((await scopeOfEvent({ db: tx }, { params: { id } })) === undefined)
        throw new Refusal('not_found', 'not_found')
      const material = await insertMaterial(tx, id, body)
      note({ kind: 'event', id, details: { material: material.id } })
      return material
    },
  }),
  command(materialContract.removeMaterial, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async ({ tx, note }, { params: { id, materialId } }) => {
      const event = await findEvent(tx, id)
      if (event !== undefined && isSettled(event.attesting)) throw new Refusal('conflict', 'in_house_state')
      note({ kind: 'event', id, details: { material: materialId } })
      if (!(await deleteMaterial(tx, id, materialId))) throw new Refusal('not_found', 'not_found')
      return undefined
    },
  }),
]

async function getMeeting({ tx }: CommandContext, event: number, id: number): Promise<contract.Meeting> {
  const found = await meetings.findMeeting(tx, event, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}

async function orConflict(done: Promise<boolean>): Promise<void> {
  if (!(await done)) throw new Refusal('version_conflict', 'version_conflict')
}
