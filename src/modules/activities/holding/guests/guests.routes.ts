import { Refusal } from '../../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../../platform/http/route.ts'
import { lockEvent } from '../../events/events.repo.ts'
import { refuseUnknownEvent, scopeOfEvent } from '../../events/events.scope.ts'
import * as contract from './guests.contract.ts'
import * as repo from './guests.repo.ts'

export const guestRoutes: readonly Route[] = [
  query(contract.listGuests, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async ({ db }, { params: { id }, query: page }) => {
      await refuseUnknownEvent(db, id)
      return await repo.findGuests(db, id, page)
    },
  }),
  command(contract.addGuest, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id }, body }) => {
      await refuseClosed(context, id)
      context.note({ kind: 'event', id })
      return await repo.insertGuest(context.tx, id, body)
    },
  }),
  command(contract.removeGuest, {
    may: 'event.manage',
    over: scopeOfEvent,
    run: async (context, { params: { id, guestId } }) => {
      await refuseClosed(context, id)
      context.note({ kind: 'event', id })
      if (!(await repo.deleteGuest(context.tx, id, guestId))) throw new Refusal('not_found', 'not_found')
      return undefined
    },
  }),
]

/** Once it was held they are counted, and before it is announced there is nothing to come to. */
async function refuseClosed({ tx }: CommandContext, event: number): Promise<void> {
  const found = await lockEvent(tx, event)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  if (found.state !== 'announced') throw new Refusal('conflict', 'event_state')
}
