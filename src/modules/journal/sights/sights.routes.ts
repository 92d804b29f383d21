import { pageOf } from '../../../platform/db/listing.ts'
import { query, type Route } from '../../../platform/http/route.ts'
import { listMySights } from './sights.contract.ts'
import { findSights } from './sights.repo.ts'

export const sightRoutes: readonly Route[] = [
  query(listMySights, {
    may: 'trace.own',
    run: ({ db, reach, actor }, { query }) =>
      findSights(db, { people: reach.people, account: actor.account }, pageOf(query)),
  }),
]
