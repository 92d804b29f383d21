import type { Tx } from '../../../platform/db/db.ts'
import { type Gate, lockGate } from './admission.repo.ts'
import { tellPeople } from './enrolment.news.ts'
import { giveSeats, type Seated } from './seats.repo.ts'

/**
 * Gives what seats are free and tells who is offered one. `asksNow`: enrolments that came or were agreed to in this very
 * transaction; they take a seat without being asked again. Only behind the lock of the event, and before it begins.
 */
export async function seatNow(
  { tx }: { readonly tx: Tx },
  gate: Gate,
  asksNow: readonly number[],
): Promise<readonly Seated[]> {
  if (gate.state !== 'announced' || new Date() >= gate.begins) return []
  const seated = await giveSeats(tx, gate, asksNow)
  const offered = seated.filter(({ state }) => state === 'offered').map(({ person }) => person)
  if (offered.length > 0) await tellPeople(tx, offered, 'seat_offered', { event: gate.event, day: gate.heldOn })
  return seated
}

/** After an event has other seats than before, or takes place after all. */
export async function seatAnew(tx: Tx, event: number): Promise<void> {
  const gate = await lockGate(tx, event)
  if (gate !== undefined) await seatNow({ tx }, gate, [])
}
