import { z } from 'zod'

/** What became of asking the centre whether an in-house event counts; `none`: nobody asks. */
export const ATTESTING_STATES = ['none', 'asked', 'attested', 'returned', 'revoked'] as const
export type AttestingState = (typeof ATTESTING_STATES)[number]

export const Attesting = z.enum(ATTESTING_STATES)
