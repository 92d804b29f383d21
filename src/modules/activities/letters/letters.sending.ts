import { LETTER_TRIES } from '../../../platform/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import { letterOf } from './letter.text.ts'
import { claimLetters, endLetter, findLetter, giveBackLetters } from './letters.sending.repo.ts'

/**
 * Sends what is due in all districts, each letter once: it is marked before it is handed over, and whoever dies in between
 * leaves it marked. Faults: those of a mail server that is away; what it did not take is due again.
 */
export async function sendLetters(services: Services, signal: AbortSignal | undefined = undefined): Promise<void> {
  const { database } = services
  const districts = await database.reader(null).selectFrom('registry.district').select('id').orderBy('id').execute()
  for (const { id } of districts) await sendIn(services, id, signal)
}

async function sendIn(services: Services, tenant: number, signal: AbortSignal | undefined = undefined): Promise<void> {
  const { database } = services
  while (!signal?.aborted) {
    const claimed = await database.write(tenant, claimLetters)
    if (claimed.length === 0) return
    for (const [at, id] of claimed.entries()) {
      try {
        signal?.throwIfAborted()
        await sendOne(services, tenant, id)
      } catch (error) {
        await database.write(tenant, (tx) => giveBackLetters(tx, claimed.slice(at), LETTER_TRIES))
        throw error
      }
    }
  }
}

async function sendOne(services: Services, tenant: number, id: number): Promise<void> {
  const { database, mail } = services
  const letter = await findLetter(database.reader(tenant), id)
  const end = (state: Parameters<typeof endLetter>[2]) => database.write(tenant, (tx) => endLetter(tx, id, state))
  if (letter === undefined || letter.email === null || !letter.isWanted) return await end('void')
  try {
    await mail.send({ to: letter.email, ...letterOf(services, letter) })
  } catch (error) {
    if (!isRefused(error)) throw error
    return await end('refused')
  }
  await end('sent')
}

/** The mail server was there and will not take this letter, however often it is tried. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500 &&
  error.responseCode < 600
