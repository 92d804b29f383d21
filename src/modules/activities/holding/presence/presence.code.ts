import type { Keyring } from '../../../../platform/secrets.ts'

/** A new code each so many milliseconds. */
const STEP_MS = 30_000
/** Codes before this one that are still taken: who reads it off the screen needs a moment. */
const STEPS_BACK = 1
/** So long an old code is told from a wrong one. */
const REMEMBERED_STEPS = 240

const DIGITS = 6

type Meeting = { readonly tenant: number; readonly id: number }

export const stepAt = (now: number): number => Math.floor(now / STEP_MS)

export const secondsLeft = (now: number): number => Math.ceil((STEP_MS - (now % STEP_MS)) / 1000)

/**
 * Six digits that only the screen of the meeting shows at the time. The secret of a meeting is the key of the installation bound
 * to it: none is stored, so that no copy of the database gives codes away.
 */
export function codeOf(master: Keyring, { tenant, id }: Meeting, step: number): string {
  const hash = master.hashText(`presence ${tenant} ${id} ${step}`, 'hex')
  return String(Number.parseInt(hash.slice(0, 12), 16) % 10 ** DIGITS).padStart(DIGITS, '0')
}

export type Judged = 'good' | 'over' | 'wrong'

/** What a code says of whoever shows it: they see the screen, have seen it earlier, or have not. */
export function judge(master: Keyring, meeting: Meeting, code: string, now: number): Judged {
  const latest = stepAt(now)
  const isOf = (back: number): boolean => codeOf(master, meeting, latest - back) === code
  for (let back = 0; back <= REMEMBERED_STEPS; back++) if (isOf(back)) return back <= STEPS_BACK ? 'good' : 'over'
  return 'wrong'
}
