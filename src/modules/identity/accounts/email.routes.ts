import { sqlState } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, type RequestContext, type Route } from '../../../platform/http/route.ts'
import { takeTokens } from '../../../platform/rate-limit.ts'
import { verifyPassword } from '../passwords/password.hash.ts'
import { emailChanges } from '../sign-in/sign-in.limits.ts'
import { findAccount, updateAccount } from './accounts.repo.ts'
import { changeMyEmail } from './profile.contract.ts'
import { ownAccount } from './profile.routes.ts'

const UNIQUE = '23505'

type Wanted = { readonly email: string | null; readonly current: string }

/** Whoever can read the mailbox can sign in, so the owner shows once more who they are. */
export const emailRoutes: readonly Route[] = [
  command(changeMyEmail, {
    may: 'signed-in',
    own: true,
    secret: true,
    prepare: (context, { body }) => checkOwner(context, body),
    run: (context, { body }) => changeEmail(context, body),
  }),
]

async function checkOwner(context: RequestContext, { email, current }: Wanted): Promise<undefined> {
  const { services } = context
  const id = ownAccount(context)
  await takeTokens(services, [emailChanges(id)], 'too_many_sign_ins')
  const account = await findAccount(services.database.reader(null), { id })
  if (account === undefined) throw new Refusal('unauthenticated', 'sign_in_required')
  if (!(await verifyPassword(account.passwordHash, current))) throw invalidField('current', 'password_wrong')
  if (email === null && account.login === null) throw invalidField('email', 'email_needed')
}

async function changeEmail(context: CommandContext, { email }: Wanted) {
  const { tx, note, expectedVersion } = context
  const id = ownAccount(context)
  note({ kind: 'account', id, details: { fields: ['email'] } })
  try {
    const changed = await updateAccount(tx, id, expectedVersion, { email })
    if (changed === undefined) throw new Refusal('version_conflict', 'version_conflict')
    return changed
  } catch (error) {
    if (sqlState(error) === UNIQUE) throw invalidField('email', 'email_in_use')
    throw error
  }
}
