import type { Module } from '../../platform/module.ts'
import { emailRoutes } from './accounts/email.routes.ts'
import { letterHandler, sendLetter } from './accounts/letters.jobs.ts'
import { profileRoutes } from './accounts/profile.routes.ts'
import { identityMessages } from './messages.ts'
import { accountNames } from './names.ts'
import { outsideRoutes } from './outside/outside.routes.ts'
import type { FindAccount } from './outside/outside.service.ts'
import { passkeyRoutes } from './passkeys/passkeys.routes.ts'
import { passwordRoutes } from './passwords/passwords.routes.ts'
import { secondFactorRoutes } from './second-factor/second-factor.routes.ts'
import { sessionRoutes } from './sessions/sessions.routes.ts'
import { sendSignInLink, signInLinkHandler } from './sign-in/sign-in.jobs.ts'
import { signInRoutes } from './sign-in/sign-in.routes.ts'
import { tidyHandler, tidyIdentity } from './tidy.jobs.ts'
import { tokenRoutes } from './tokens/tokens.routes.ts'

/** `findBySnils`: the account of whose number it is; the numbers are kept by a later module. */
export const identityModule = (findBySnils: FindAccount): Module => ({
  name: 'identity',
  messages: identityMessages,
  routes: [
    ...signInRoutes,
    ...secondFactorRoutes,
    ...passkeyRoutes,
    ...outsideRoutes(findBySnils),
    ...profileRoutes,
    ...emailRoutes,
    ...passwordRoutes,
    ...sessionRoutes,
    ...tokenRoutes,
  ],
  names: { account: accountNames },
  jobs: [sendSignInLink, sendLetter, tidyIdentity],
  jobHandlers: (services) => [signInLinkHandler(services), letterHandler(services), tidyHandler(services)],
})
