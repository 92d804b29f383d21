import { z } from 'zod'
import { type JobHandler, jobHandler, LETTER_TRIES } from '../../../platform/jobs.ts'
import { appendJournal } from '../../../platform/journal/journal.ts'
import type { Services } from '../../../platform/services.ts'
import { findAccount } from '../accounts/accounts.repo.ts'
import { AccountLanguage } from '../accounts/profile.contract.ts'
import { linkAddress, MAILED_LINK_MINUTES } from './link.ts'
import { makeLink } from './links.repo.ts'

export const sendSignInLink = {
  name: 'identity-send-sign-in-link',
  payload: z.object({ email: z.string(), language: AccountLanguage }),
  retryLimit: LETTER_TRIES,
  expireInSeconds: 60,
}

const NOBODY = { kind: 'anonymous', account: null, tenant: null, grants: [] } as const

/** Mails a link to the owner of the address, if it has an account that is not disabled. */
export function signInLinkHandler(services: Services): JobHandler {
  return jobHandler(sendSignInLink, async ({ email, language }) => {
    const account = await findAccount(services.database.reader(null), { email })
    if (account === undefined || account.email === null || account.disabled) return
    const secret = await services.database.write(null, async (tx) => {
      await appendJournal(tx, {
        actor: NOBODY,
        requestId: null,
        action: sendSignInLink.name,
        objects: [{ kind: 'account', id: account.id }],
      })
      return await makeLink(tx, account.id, MAILED_LINK_MINUTES)
    })
    const chosen = account.language ?? language
    const words = { link: linkAddress(services.settings, secret), minutes: MAILED_LINK_MINUTES, name: account.name }
    await services.mail.send({
      to: account.email,
      subject: services.translator.say(chosen, 'identity:letters.link.subject'),
      text: services.translator.say(chosen, 'identity:letters.link.text', words),
    })
  })
}
