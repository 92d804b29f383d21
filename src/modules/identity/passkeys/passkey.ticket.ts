import { hash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'

/** How long one may look for the device, in minutes. */
export const TICKET_MINUTES = 10
const CONTEXT = 'passkey ticket'

const Content = z.object({
  challenge: z.string(),
  /** The session that adds a passkey; null: somebody signs in. */
  session: z.int().nullable(),
  /** In milliseconds since 1970. */
  until: z.int(),
})
export type Content = z.infer<typeof Content>

/**
 * A new challenge, and under seal what it is for: whoever only looks at the page of signing in leaves nothing behind in the
 * database. Not bound to a cookie: two pages of one browser may ask at once.
 */
export function newTicket(master: Keyring, session: number | null, now: number): { challenge: string; ticket: string } {
  const challenge = randomBytes(32).toString('base64url')
  const content: Content = { challenge, session, until: now + TICKET_MINUTES * 60_000 }
  return { challenge, ticket: master.seal(Buffer.from(JSON.stringify(content)), CONTEXT).toString('base64url') }
}

/** What was sealed, while it is good and for this session (null: for signing in). */
export function openTicket(master: Keyring, ticket: string, session: number | null, now: number): Content | undefined {
  try {
    const content = Content.parse(JSON.parse(master.open(Buffer.from(ticket, 'base64url'), CONTEXT).toString('utf8')))
    return content.session === session && content.until > now ? content : undefined
  } catch {
    // Not ours: cut short, changed, or sealed with a secret this installation had before.
    return undefined
  }
}

/** Spends the challenge: of two answers to it, be they the same, one is looked at. */
export async function spendChallenge(
  tx: Tx,
  { challenge, until }: Pick<Content, 'challenge' | 'until'>,
): Promise<boolean> {
  const done = await tx
    .insertInto('identity.spent_challenge')
    .values({ challenge_hash: hash('sha256', challenge, 'buffer'), expires_at: new Date(until) })
    .onConflict((c) => c.column('challenge_hash').doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}
