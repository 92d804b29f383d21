import type { Tx } from '../../../platform/db/db.ts'
import { invalidField } from '../../../platform/errors.ts'
import { findRoom } from '../rooms/rooms.repo.ts'
import { isWithin } from './events.rules.ts'
import type { NewMeeting } from './meetings.contract.ts'

type Days = { readonly heldOn: string; readonly lastOn: string | null }

/**
 * Faults: 422; `at` stands before the names of fields. A room no longer offered may stay where it stood.
 */
export async function refuseMeeting(
  tx: Tx,
  event: Days,
  { day, from, until, roomId }: NewMeeting,
  { at = '', stood }: { readonly at?: string; readonly stood?: number | undefined } = {},
): Promise<void> {
  if (!isWithin(day, event)) throw invalidField(`${at}day`, 'meeting_outside')
  if (until <= from) throw invalidField(`${at}until`, 'ends_before_start')
  if (roomId === null || roomId === stood) return
  const room = await findRoom(tx, roomId)
  if (room === undefined) throw invalidField(`${at}roomId`, 'reference_unknown')
  if (room.retired) throw invalidField(`${at}roomId`, 'value_retired')
}
