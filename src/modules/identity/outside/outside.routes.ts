import { Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { sendLetter } from '../accounts/letters.jobs.ts'
import { ownAccount } from '../accounts/profile.routes.ts'
import { checkNewcomer, checkOwner, ownSession } from '../second-factor/second-factor.service.ts'
import * as contract from './outside.contract.ts'
import { deleteLink, findLinks } from './outside.repo.ts'
import { type FindAccount, finish, hear } from './outside.service.ts'
import { getProvider, setOut } from './providers.ts'

const mine = { may: 'signed-in', own: true } as const

/** `findBySnils`: whose number it is, found by who keeps the numbers. */
export const outsideRoutes = (findBySnils: FindAccount): readonly Route[] => [
  query(contract.listOutsideDoors, {
    may: 'public',
    run: async ({ services }) => ({
      items: services.settings.signInProviders.map(({ code, name }) => ({ code, name })),
    }),
  }),
  query(contract.beginOutside, { may: 'public', run: (context, { params }) => setOut(context, params.provider, null) }),
  command(contract.finishOutside, {
    may: 'public',
    secret: true,
    prepare: (context, { params, body }) => hear(context, { ...params, ...body }, findBySnils),
    run: (context, _, returned) => finish(context, returned),
  }),
  query(contract.listMyOutsideDoors, {
    ...mine,
    run: async (context) => {
      const links = await findLinks(context.db, ownAccount(context))
      const items = context.services.settings.signInProviders.map(({ code, name }) => {
        const link = links.find(({ provider }) => provider === code)
        const [linkedAt, usedAt] = [link?.linkedAt, link?.usedAt].map((at) => at?.toISOString() ?? null)
        return { code, name, linkedAt: linkedAt ?? null, usedAt: usedAt ?? null }
      })
      return { items }
    },
  }),
  command(contract.beginMyOutsideLink, {
    ...mine,
    secret: true,
    prepare: async (context, { params, body }) => {
      await checkNewcomer(context, body)
      return await setOut(context, params.provider, ownSession(context))
    },
    run: async (context, _, there) => {
      context.note({ kind: 'account', id: ownAccount(context) })
      return there
    },
  }),
  command(contract.removeMyOutsideLink, {
    ...mine,
    secret: true,
    prepare: (context, { body }) => checkOwner(context, body),
    run: async (context, { params }) => {
      const account = ownAccount(context)
      const { code, name } = getProvider(context.services, params.provider)
      context.note({ kind: 'account', id: account, details: { provider: code } })
      if (!(await deleteLink(context.tx, account, code))) throw new Refusal('not_found', 'not_found')
      const letter = { account, letter: 'outside_unlinked', what: name[context.language] } as const
      await context.services.jobs.enqueue(context.tx, sendLetter, letter)
      return undefined
    },
  }),
]
