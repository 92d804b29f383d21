import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { RequestContext } from '../../../platform/http/route.ts'
import type { SignInProvider } from '../../../platform/sign-in.providers.ts'
import { cookieNames } from '../cookies.ts'

/** How long one may be at the provider, in minutes. */
const MINUTES = 10
const CONTEXT = 'outside'

const Ticket = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The session whose owner links; null: somebody signs in. */
  session: z.int().nullable(),
  /** In milliseconds since 1970. */
  until: z.int(),
})
export type Ticket = z.infer<typeof Ticket>

/** New secrets for one way to the provider and back, sealed into a cookie of this browser. */
export function issueTicket(context: RequestContext, { code }: SignInProvider, session: number | null): Ticket {
  const [state, nonce, verifier] = [0, 0, 0].map(() => randomBytes(32).toString('base64url'))
  const until = Date.now() + MINUTES * 60_000
  const ticket = Ticket.parse({ provider: code, state, nonce, verifier, session, until })
  const { master, settings } = context.services
  const sealed = master.seal(Buffer.from(JSON.stringify(ticket)), CONTEXT).toString('base64url')
  context.setCookie(cookieNames(settings).outside, sealed, { maxAge: MINUTES * 60 })
  return ticket
}

/** What this browser set out with, while it is good. */
export function readTicket({ cookies, services }: RequestContext): Ticket | undefined {
  const sent = cookies[cookieNames(services.settings).outside]
  if (sent === undefined) return undefined
  try {
    const ticket = Ticket.parse(
      JSON.parse(services.master.open(Buffer.from(sent, 'base64url'), CONTEXT).toString('utf8')),
    )
    return ticket.until > Date.now() ? ticket : undefined
  } catch {
    return undefined
  }
}
