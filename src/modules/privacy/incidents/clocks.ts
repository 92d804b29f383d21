import type { Incident } from './incidents.contract.ts'

const HOUR_MS = 3_600_000
/** 152-ФЗ, article 21, part 3.1: hours from the moment the incident became known. */
export const HOURS = { notice: 24, findings: 72 } as const
/** So long before its end a clock stands in red. */
const NEAR_MS = 6 * HOUR_MS

/** How a clock of the authority stands at a moment. */
export function clockOf(known: Date, of: keyof typeof HOURS, done: Date | null, now: Date): Incident['notice'] {
  const due = known.getTime() + HOURS[of] * HOUR_MS
  const left = due - now.getTime()
  const open = left < 0 ? 'late' : left < NEAR_MS ? 'near' : 'open'
  return {
    dueAt: new Date(due).toISOString(),
    doneAt: done?.toISOString() ?? null,
    state: done === null ? open : 'done',
  }
}
