import { z } from 'zod'
import { type JobHandler, jobHandler, LETTER_TRIES } from '../../../platform/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import { findAccount } from './accounts.repo.ts'

export const sendLetter = {
  name: 'identity-send-letter',
  payload: z.object({
    account: z.int(),
    letter: z.enum([
      'second_factor_reset',
      'unused',
      'passkey_added',
      'passkey_removed',
      'outside_linked',
      'outside_unlinked',
    ]),
    /** For the words of the letter. */
    days: z.int().optional(),
    what: z.string().optional(),
  }),
  retryLimit: LETTER_TRIES,
  expireInSeconds: 60,
}

/** Writes to the owner of an account, where it has an address, in their language. */
export function letterHandler(services: Services): JobHandler {
  return jobHandler(sendLetter, async ({ account: id, letter, days = 0, what = '' }) => {
    const account = await findAccount(services.database.reader(null), { id })
    if (account === undefined || account.email === null) return
    const say = (part: string): string =>
      services.translator.say(account.language ?? 'ru', `identity:letters.${letter}.${part}`, {
        name: account.name,
        ...{ days, what },
      })
    await services.mail.send({ to: account.email, subject: say('subject'), text: say('text') })
  })
}
