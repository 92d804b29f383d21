import { command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './second-factor.contract.ts'
import * as service from './second-factor.service.ts'
import * as step from './second-step.service.ts'

const mine = { may: 'signed-in', early: true, own: true } as const

export const secondFactorRoutes: readonly Route[] = [
  command(contract.passSecondStep, {
    may: 'public',
    secret: true,
    prepare: (context, { body }) => step.checkSecondStep(context, body.code),
    run: (context, _, checked) => step.passSecondStep(context, checked),
  }),
  query(contract.getMySecondFactor, { ...mine, run: (context) => service.tellSecondFactor(context) }),
  command(contract.beginMySecondFactor, {
    ...mine,
    secret: true,
    prepare: (context, { body }) => service.checkNewcomer(context, body),
    run: (context) => service.begin(context),
  }),
  command(contract.confirmMySecondFactor, {
    ...mine,
    secret: true,
    prepare: (context, { body }) => service.checkFirstCode(context, body.code),
    run: (context, _, halfMinute) => service.confirm(context, halfMinute),
  }),
  command(contract.renewMyRecoveryCodes, {
    ...mine,
    secret: true,
    prepare: (context, { body }) => service.checkOwner(context, body),
    run: (context) => service.renewCodes(context),
  }),
  command(contract.removeMySecondFactor, {
    ...mine,
    secret: true,
    prepare: (context, { body }) => service.checkOwner(context, body),
    run: (context) => service.remove(context),
  }),
]
