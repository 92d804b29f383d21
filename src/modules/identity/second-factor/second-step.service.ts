import { Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { appendJournal } from '../../../platform/journal/journal.ts'
import { type Bucket, giveBack, takeTokens } from '../../../platform/rate-limit.ts'
import { cookieNames } from '../cookies.ts'
import { hashSecret, looksLikeSecret, newSecret } from '../secret.ts'
import type { Session } from '../sessions/sessions.contract.ts'
import { deviceHashOf, openSession } from '../sessions/sessions.service.ts'
import type { SignedIn, SignInReply } from '../sign-in/sign-in.contract.ts'
import { secondSteps } from '../sign-in/sign-in.limits.ts'
import { recoveryCodeOf } from './recovery.ts'
import { findFactors, findTotp, isRecoveryCode, spendRecoveryCode, spendStep } from './second-factor.repo.ts'
import { countWrong, deleteStep, findStep, insertStep, STEP_MINUTES, type Step } from './second-step.repo.ts'
import { stepOf } from './totp.ts'

/** After the first factor: a session where the account has no other, else only the cookie of a second step. */
export async function letIn(
  context: CommandContext,
  account: SignedIn,
  openedBy: Session['openedBy'],
): Promise<SignInReply> {
  const { tx } = context
  const { codeSince, passkeys } = await findFactors(tx, account.id)
  if (codeSince === null && passkeys === 0) {
    await openSession(context, account.id, openedBy)
    return account
  }
  const secret = newSecret()
  await insertStep(tx, { tokenHash: hashSecret(secret), account: account.id, openedBy })
  context.setCookie(cookieNames(context.services.settings).step, secret, { maxAge: STEP_MINUTES * 60 })
  return {
    next: 'code',
    by: [...(codeSince === null ? [] : ['code' as const]), ...(passkeys > 0 ? ['passkey' as const] : [])],
  }
}

type Shown = { readonly halfMinute: number } | { readonly recoveryCode: string }
export type Checked = {
  readonly step: Step
  readonly tokenHash: Buffer
  readonly shown: Shown
  readonly buckets: readonly Bucket[]
}

/**
 * Looks at the code before any transaction. Wrong ones are counted against the step, which is over after a few, and against
 * the account as seen by strange browsers: one that came in before has a count of its own.
 */
export async function checkSecondStep(context: RequestContext, typed: string): Promise<Checked> {
  const { services } = context
  const tokenHash = stepHashOf(context)
  const deviceHash = deviceHashOf(context)
  const step = await findOwnStep(context)
  if (tokenHash === undefined || step === undefined) throw new Refusal('unauthenticated', 'second_step_over')
  const device = step.knownDevice ? deviceHash.toString('base64url') : null
  const buckets = [secondSteps(step.account.id, device)]
  await takeTokens(services, buckets, 'too_many_codes')
  const shown = await recognise(context, step.account.id, typed)
  if (shown === undefined) {
    await noteWrong(context, tokenHash, step.account.id)
    throw new Refusal('unauthenticated', 'second_code_wrong')
  }
  return { step, tokenHash, shown, buckets }
}

/** Opens the session: a code is taken once, by whoever is first. */
export async function passSecondStep(context: CommandContext, checked: Checked): Promise<SignedIn> {
  const { tx, services, note } = context
  const { step, tokenHash, shown, buckets } = checked
  const { account, openedBy } = step
  const isTaken =
    'halfMinute' in shown
      ? await spendStep(tx, account.id, shown.halfMinute)
      : await spendRecoveryCode(tx, services.master, account.id, shown.recoveryCode)
  if (!isTaken) throw new Refusal('unauthenticated', 'second_code_wrong')
  if (!(await deleteStep(tx, tokenHash))) throw new Refusal('unauthenticated', 'second_step_over')
  note({ kind: 'account', id: account.id, details: { by: 'halfMinute' in shown ? 'code' : 'recovery code' } })
  await giveBack(tx, services, buckets)
  await openSession(context, account.id, openedBy)
  context.setCookie(cookieNames(services.settings).step, '', { maxAge: 0 })
  return account
}

/** The step this browser stands before, while it is good. */
export async function findOwnStep(context: RequestContext): Promise<Step | undefined> {
  const tokenHash = stepHashOf(context)
  const db = context.services.database.reader(null)
  return tokenHash && (await findStep(db, { tokenHash, deviceHash: deviceHashOf(context) }))
}

/** The browser has got in by another way: the step it stood before is over. */
export async function endStep(context: CommandContext): Promise<void> {
  const tokenHash = stepHashOf(context)
  if (tokenHash === undefined) return
  await deleteStep(context.tx, tokenHash)
  context.setCookie(cookieNames(context.services.settings).step, '', { maxAge: 0 })
}

async function recognise({ services }: RequestContext, account: number, typed: string): Promise<Shown | undefined> {
  const db = services.database.reader(null)
  const digits = typed.replace(/\s/g, '')
  if (/^\d{6}$/.test(digits)) {
    const totp = await findTotp(db, services.master, account)
    const halfMinute = totp && stepOf(totp.secret, digits, Date.now())
    return halfMinute === undefined ? undefined : { halfMinute }
  }
  const letters = recoveryCodeOf(typed)
  if (letters === undefined || !(await isRecoveryCode(db, services.master, account, letters))) return undefined
  return { recoveryCode: letters }
}

function stepHashOf({ cookies, services }: RequestContext): Buffer | undefined {
  const sent = cookies[cookieNames(services.settings).step]
  return sent !== undefined && looksLikeSecret(sent, 'step') ? hashSecret(sent) : undefined
}

async function noteWrong({ services, actor, requestId }: RequestContext, tokenHash: Buffer, id: number): Promise<void> {
  await services.database.write(null, async (tx) => {
    await countWrong(tx, tokenHash)
    await appendJournal(tx, {
      actor: { ...actor, tenant: null },
      requestId,
      action: 'passSecondStep.refused',
      objects: [{ kind: 'account', id }],
    })
  })
}
