import { query, type Route } from '../../../platform/http/route.ts'
import type { Vocabulary } from '../../population/index.ts'
import { ownPerson } from '../enrolment/enrolment.service.ts'
import * as contract from './suggestions.contract.ts'
import { findCredited } from './suggestions.repo.ts'
import { suggest } from './suggestions.service.ts'

const CREDITED_SHOWN = 5

export const suggestionRoutes = (vocabulary: Vocabulary): readonly Route[] => [
  query(contract.listMySuggestions, {
    may: 'enrolment.own',
    run: (context) => suggest(context, vocabulary),
  }),
  query(contract.listMyCredited, {
    may: 'enrolment.own',
    run: ({ db, reach, today }) => findCredited(db, { person: ownPerson(reach), today }, CREDITED_SHOWN),
  }),
]
