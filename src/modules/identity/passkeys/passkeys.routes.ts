import { command, query, type Route } from '../../../platform/http/route.ts'
import { ownAccount } from '../accounts/profile.routes.ts'
import { checkNewcomer, checkOwner } from '../second-factor/second-factor.service.ts'
import { siteOf } from './passkey.site.ts'
import * as door from './passkey-sign-in.service.ts'
import * as contract from './passkeys.contract.ts'
import { findPasskeys } from './passkeys.repo.ts'
import * as service from './passkeys.service.ts'

const mine = { may: 'signed-in', early: true, own: true } as const

export const passkeyRoutes: readonly Route[] = [
  query(contract.askForPasskey, { may: 'public', run: (context) => door.ask(context) }),
  command(contract.signInByPasskey, {
    may: 'public',
    secret: true,
    prepare: (context, { body }) => door.check(context, body),
    run: (context, _, shown) => door.signIn(context, shown),
  }),
  query(contract.listMyPasskeys, {
    ...mine,
    run: async (context) => ({
      items: await findPasskeys(context.db, ownAccount(context)),
      possible: siteOf(context.services.settings) !== undefined,
    }),
  }),
  command(contract.beginMyPasskey, {
    ...mine,
    secret: true,
    prepare: (context, { body }) => checkNewcomer(context, body),
    run: (context) => service.begin(context),
  }),
  command(contract.addMyPasskey, {
    ...mine,
    secret: true,
    prepare: (context, { body }) => service.checkNew(context, body),
    run: (context, { body }, made) => service.add(context, body.name, made),
  }),
  command(contract.removeMyPasskey, {
    ...mine,
    secret: true,
    prepare: (context, { body }) => checkOwner(context, body),
    run: (context, { params }) => service.remove(context, params.id),
  }),
]
