import { z } from 'zod'
import type { Database, Tx } from '../../../platform/db/db.ts'
import { type JobDefinition, type JobHandler, jobHandler } from '../../../platform/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import { lockGate } from './admission.repo.ts'
import { tellPeople } from './enrolment.news.ts'
import { seatNow } from './seating.ts'
import { endOffers, findRunOut } from './seats.repo.ts'

export const passOffersOn: JobDefinition<Record<string, never>> = {
  name: 'activities-pass-offers-on',
  payload: z.strictObject({}),
  retryLimit: 3,
  expireInSeconds: 240,
}

/** Every five minutes seats that nobody took in time go to the next in line. */
export const passOffersOnHandler = ({ database }: Services): JobHandler =>
  jobHandler(passOffersOn, () => passOn(database), '*/5 * * * *')

export async function passOn(database: Database): Promise<void> {
  const districts = await database.reader(null).selectFrom('registry.district').select('id').orderBy('id').execute()
  for (const { id } of districts) {
    const events = await database.write(id, findRunOut)
    for (const event of events) await database.write(id, (tx) => passOnOf(tx, event))
  }
}

async function passOnOf(tx: Tx, event: number): Promise<void> {
  const gate = await lockGate(tx, event)
  if (gate === undefined) return
  const late = await endOffers(tx, event)
  await tellPeople(tx, late, 'offer_over', { event, day: gate.heldOn })
  await seatNow({ tx }, gate, [])
}
