import type { Reach } from '../../../platform/access/access.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import { scopeOfPerson } from '../../registry/index.ts'
import * as contract from './consents.contract.ts'
import * as repo from './consents.repo.ts'
import { give, withdraw } from './consents.service.ts'

/** Whose account it is: the person of the grant. */
function ownPerson({ people }: Reach): number {
  const [person] = people
  if (person === undefined) throw new Refusal('not_found', 'not_found')
  return person
}

export const consentRoutes: readonly Route[] = [
  query(contract.listConsentTexts, {
    may: 'consent.read',
    run: async ({ db, mayAlso }) => {
      const items = await repo.findTexts(db)
      return { items, total: items.length, can: mayAlso('consent.manage') ? ['publish' as const] : [] }
    },
  }),
  command(contract.publishConsentText, {
    may: 'consent.manage',
    run: async ({ tx, tenant, actor, note }, { body }) => {
      const { kind } = body
      // It can never be edited: what the template leaves open has to be filled in before.
      if (/\[[^\]]*\]/.test(body.body)) throw invalidField('body', 'brackets_left')
      const text = await repo.insertText(tx, { ...body, account: actor.account })
      note({ kind: 'district', id: tenant ?? 0, details: { consent: kind, version: text.version } })
      return text
    },
  }),
  // Names are looked at: the look itself goes into the journal, so this reads inside a command.
  command(contract.listConsents, {
    may: 'consent.read',
    run: async ({ tx, tenant, note }, { query }) => {
      const { kind } = query
      const found = await repo.findConsents(tx, query)
      const people = found.items.map(({ person }) => person.id)
      note({ kind: 'district', id: tenant ?? 0, details: { consent: kind }, people })
      return found
    },
  }),
  query(contract.listMyConsents, {
    may: 'trace.own',
    run: async ({ db, reach }) => {
      const items = await repo.findConsentsOf(db, ownPerson(reach))
      return { items, total: items.length }
    },
  }),
  command(contract.giveConsent, {
    may: 'trace.own',
    run: (context, { body: { textId } }) => give(context, { person: ownPerson(context.reach), textId, signedOn: null }),
  }),
  command(contract.withdrawConsent, {
    may: 'trace.own',
    run: (context, { body }) => withdraw(context, ownPerson(context.reach), body.kind),
  }),
  query(contract.listPersonConsents, {
    may: 'person.read',
    over: scopeOfPerson,
    run: async ({ db }, { params }) => {
      if ((await scopeOfPerson({ db }, { params })) === undefined) throw new Refusal('not_found', 'not_found')
      const items = await repo.findConsentsOf(db, params.id)
      return { items, total: items.length }
    },
  }),
  command(contract.enterConsent, {
    may: 'person.manage',
    over: scopeOfPerson,
    run: async (context, { params, body }) => {
      if ((await scopeOfPerson({ db: context.tx }, { params })) === undefined) {
        throw new Refusal('not_found', 'not_found')
      }
      return await give(context, { person: params.id, ...body })
    },
  }),
  command(contract.enterWithdrawal, {
    may: 'person.manage',
    over: scopeOfPerson,
    run: (context, { params }) => withdraw(context, params.id, params.kind),
  }),
]
