import { Refusal } from '../../../platform/errors.ts'
import { query, type Route } from '../../../platform/http/route.ts'
import { scopeOfPerson } from '../../registry/index.ts'
import { requireTenant } from '../scope.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { listLife } from './life.contract.ts'
import { findLife } from './life.ts'

export const lifeRoutes = (vocabulary: Vocabulary): readonly Route[] => [
  query(listLife, {
    may: 'person.read',
    over: scopeOfPerson,
    run: async ({ db, tenant, language, reach, actor, mayAlso }, { params }) => {
      if ((await scopeOfPerson({ db }, { params })) === undefined) throw new Refusal('not_found', 'not_found')
      return await findLife(db, vocabulary, {
        tenant: requireTenant(tenant),
        person: params.id,
        language,
        // One's own results are no secret from oneself; from who looks as oneself they are.
        islands: mayAlso('island.diagnostics') || (actor.looker === undefined && reach.people.includes(params.id)),
      })
    },
  }),
]
