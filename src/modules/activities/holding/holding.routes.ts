import { invalidField, Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import { findEvent, lockEvent, type StoredEvent, updateEvent } from '../events/events.repo.ts'
import { canBeHeld, canBeReopened } from '../events/events.rules.ts'
import { scopeOfEvent } from '../events/events.scope.ts'
import { getEvent } from '../events/events.service.ts'
import { countGuests } from './guests/guests.repo.ts'
import * as contract from './holding.contract.ts'
import * as repo from './holding.repo.ts'
import { refuseStrangers } from './strangers.ts'

export const holdingRoutes: readonly Route[] = [
  query(contract.listRoll, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async ({ db }, { params: { id }, query: asked }) => {
      const event = await findEvent(db, id)
      if (event === undefined) throw new Refusal('not_found', 'not_found')
      return await repo.findRoll(db, { id, isHeld: event.state === 'held' }, asked)
    },
  }),
  command(contract.holdEvent, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id }, body }) => {
      const { tx, today, note } = context
      const event = await lock(context, id)
      if (event.state !== 'announced') throw new Refusal('conflict', 'event_state')
      if (event.programme !== null) throw new Refusal('conflict', 'run_closes')
      if (!canBeHeld(event, today)) throw new Refusal('conflict', 'event_ahead')
      if ((await repo.findOffRoll(tx, id, body.absent)).length > 0) throw invalidField('absent', 'reference_unknown')
      await refuseStrangers(context, id, body.others, 'others')
      const came = await repo.insertAttendance(tx, id, body)
      note({ kind: 'event', id, details: { came, absent: body.absent.length, others: body.others.length } })
      await countGuests(tx, id, true)
      await step(context, id, { state: 'held', closed_at: new Date() })
      return await getEvent(context, tx, id)
    },
  }),
  command(contract.reopenEvent, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id } }) => {
      const { tx, note } = context
      const event = await lock(context, id)
      if (!canBeReopened(event)) throw new Refusal('conflict', 'event_state')
      // Its learning and documents would stay behind.
      if (event.programme !== null) throw new Refusal('conflict', 'run_closes')
      await repo.deleteAttendance(tx, id)
      note({ kind: 'event', id })
      await countGuests(tx, id, false)
      await step(context, id, { state: 'announced', closed_at: null })
      return await getEvent(context, tx, id)
    },
  }),
]

async function lock({ tx }: CommandContext, id: number): Promise<StoredEvent> {
  const event = await lockEvent(tx, id)
  if (event === undefined) throw new Refusal('not_found', 'not_found')
  return event
}

async function step(
  { tx, expectedVersion }: CommandContext,
  id: number,
  set: Parameters<typeof updateEvent>[3]['step'],
) {
  if (!(await updateEvent(tx, id, expectedVersion, { step: set ?? {} }))) {
    throw new Refusal('version_conflict', 'version_conflict')
  }
}
