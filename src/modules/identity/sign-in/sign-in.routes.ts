import { command, type Route } from '../../../platform/http/route.ts'
import { closeSession } from '../sessions/sessions.service.ts'
import * as first from './first-sign-in.service.ts'
import * as contract from './sign-in.contract.ts'
import * as service from './sign-in.service.ts'

/**
 * Their journal rows name no district: whoever signs in is nobody until they have, and an account belongs to none; which
 * districts it reaches is told by its grants, and chosen with the requests that follow. The row names the account.
 */
export const signInRoutes: readonly Route[] = [
  command(contract.signIn, {
    may: 'public',
    secret: true,
    prepare: (context, { body }) => service.admit(context, body),
    run: (context, _, admitted) => service.signIn(context, admitted),
  }),
  command(contract.requestSignInLink, {
    may: 'public',
    prepare: service.countLinkRequest,
    run: (context, { body }) => service.requestLink(context, body.email),
  }),
  command(contract.useSignInLink, {
    may: 'public',
    secret: true,
    prepare: (context, { body }) => service.checkLink(context, body.token),
    run: (context, { body }, bucket) => service.signInByLink(context, body.token, bucket),
  }),
  command(contract.useSignInCode, {
    may: 'public',
    secret: true,
    prepare: (context, { body }) => first.admitByCode(context, body),
    run: (context, _, invited) => first.signInByCode(context, invited),
  }),
  command(contract.signOut, {
    may: 'public',
    run: async (context) => {
      await closeSession(context)
      return undefined
    },
  }),
]
