import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type RequestContext, type Route } from '../../../platform/http/route.ts'
import { noteOpening, scopeOfPerson } from '../../registry/index.ts'
import { requireTenant } from '../scope.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { listLife, openLife } from './life.contract.ts'
import { findLife } from './life.ts'

export const lifeRoutes = (vocabulary: Vocabulary): readonly Route[] => [
  query(listLife, {
    may: 'person.read',
    over: scopeOfPerson,
    run: async (context, { params }) => {
      // One's own results are no secret from oneself; from who looks as oneself they are.
      const isOwn = context.actor.looker === undefined && context.reach.people.includes(params.id)
      const { closed, ...life } = await lifeOf(vocabulary, context, context.db, params.id, isOwn)
      return { ...life, can: closed && context.mayAlso('island.diagnostics') ? ['open' as const] : [] }
    },
  }),
  // Read inside a command: the look is noted with what it is for. No answer is kept.
  command(openLife, {
    may: 'island.diagnostics',
    secret: true,
    over: scopeOfPerson,
    run: async (context, { params, body }) => {
      const { items, total } = await lifeOf(vocabulary, context, context.tx, params.id, true)
      noteOpening(context, { person: params.id, island: 'diagnostics', opening: body })
      return { items, total, can: [] }
    },
  }),
]

async function lifeOf(
  vocabulary: Vocabulary,
  { tenant, language }: RequestContext,
  db: ReadDb,
  person: number,
  islands: boolean,
) {
  if ((await scopeOfPerson({ db }, { params: { id: person } })) === undefined) {
    throw new Refusal('not_found', 'not_found')
  }
  return await findLife(db, vocabulary, { tenant: requireTenant(tenant), person, language, islands })
}
