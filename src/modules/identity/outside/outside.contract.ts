import { z } from 'zod'
import { endpoint, Nothing } from '../../../platform/contract.ts'
import { SignInReply } from '../sign-in/sign-in.contract.ts'

const Code = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/)
const ProviderParams = z.object({ provider: Code })
const Name = z.object({ ru: z.string(), en: z.string() })
/** Not needed within half an hour after signing in; by who has no password, after signing in by a link or a passkey. */
const Owner = z.strictObject({ current: z.string().min(1).max(1_000).optional() })

export const listOutsideDoors = endpoint({
  id: 'listOutsideDoors',
  method: 'get',
  path: '/api/sign-in/outside',
  summary: 'Providers one may sign in by, as the operator set them up',
  reply: z.object({ items: z.array(z.object({ code: Code, name: Name })) }),
})

export const beginOutside = endpoint({
  id: 'beginOutside',
  method: 'get',
  path: '/api/sign-in/outside/{provider}',
  summary: 'Where a browser goes to sign in by the provider; good for ten minutes, in this browser',
  params: ProviderParams,
  reply: z.object({ address: z.url() }),
})

export const finishOutside = endpoint({
  id: 'finishOutside',
  method: 'post',
  path: '/api/sign-in/outside/{provider}',
  summary: 'Sign in, or link one’s own account, with what the provider sent back',
  params: ProviderParams,
  body: z.strictObject({
    /** All that stood behind `?` in the address the browser was sent back to. */
    answer: z.string().min(1).max(8_000),
  }),
  reply: z.union([SignInReply, z.object({ linked: z.literal(true) })]),
})

export const MyOutsideDoor = z.object({
  code: Code,
  name: Name,
  linkedAt: z.iso.datetime().nullable(),
  usedAt: z.iso.datetime().nullable(),
})
export type MyOutsideDoor = z.infer<typeof MyOutsideDoor>

export const listMyOutsideDoors = endpoint({
  id: 'listMyOutsideDoors',
  method: 'get',
  path: '/api/me/outside',
  summary: 'Providers, and which of them one’s own account is linked with',
  reply: z.object({ items: z.array(MyOutsideDoor) }),
})

export const beginMyOutsideLink = endpoint({
  id: 'beginMyOutsideLink',
  method: 'post',
  path: '/api/me/outside/{provider}',
  summary: 'Where a browser goes to link one’s own account with the provider',
  params: ProviderParams,
  body: Owner,
  reply: z.object({ address: z.url() }),
})

export const removeMyOutsideLink = endpoint({
  id: 'removeMyOutsideLink',
  method: 'post',
  path: '/api/me/outside/{provider}/remove',
  summary: 'Part one’s own account from the provider',
  params: ProviderParams,
  body: Owner,
  reply: Nothing,
})
