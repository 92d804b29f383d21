import { command, type Route } from '../../../platform/http/route.ts'
import * as contract from './passwords.contract.ts'
import * as service from './passwords.service.ts'

export const passwordRoutes: readonly Route[] = [
  command(contract.changeMyPassword, {
    may: 'signed-in',
    own: true,
    secret: true,
    prepare: (context, { body }) => service.prepareChange(context, body),
    run: (context, { body }, passwordHash) => service.changePassword(context, body, passwordHash),
  }),
]
