import type { Tx } from '../../../platform/db/db.ts'
import { findGate } from '../enrolment/admission.repo.ts'
import { findRecipients, findZone, writeLetters } from './letters.repo.ts'
import { newsMoment } from './quiet.ts'

/** Writes to these people that an event is at another time or place, or not at all; in the transaction of the change. */
export async function writeNews(
  tx: Tx,
  event: number,
  kind: 'changed' | 'cancelled',
  people: readonly number[],
  now = new Date(),
): Promise<void> {
  const gate = await findGate(tx, event)
  if (gate === undefined) return
  const zone = await findZone(tx)
  const recipients = await findRecipients(tx, people)
  const letters = recipients.flatMap(({ account, hasAddress, quiet }) =>
    account === null || !hasAddress
      ? []
      : [
          {
            account,
            once: `${kind}-${event}`,
            begins: null,
            dueAt: newsMoment({ now, begins: gate.begins, quiet, zone }),
          },
        ],
  )
  await writeLetters(tx, { event, kind }, letters)
}
