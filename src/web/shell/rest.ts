import type { Me } from '../me.tsx'

/** How long before the end one is told of it. */
const AHEAD_MS = 2 * 60_000
const MINUTE_MS = 60_000

export type Ending = 'far' | 'rest' | 'life' | 'over'

/**
 * How near the end of the session is. The server notes use only every few minutes (a fifteenth of the rest at most), so the
 * rest may end by that much earlier than the last question suggests.
 */
export function endingOf(session: NonNullable<Me['session']>, lastAsked: number, now: number): Ending {
  const rest = session.restMinutes * MINUTE_MS
  const restEnds = lastAsked + rest - Math.min(5 * MINUTE_MS, rest / 15)
  const lifeEnds = Date.parse(session.endsAt)
  if (now >= Math.min(restEnds, lifeEnds)) return 'over'
  if (now >= lifeEnds - AHEAD_MS) return 'life'
  return now >= restEnds - AHEAD_MS ? 'rest' : 'far'
}
