import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { listPeople } from '../people.contract.ts'
import { DETAILED, type PeopleSearch, USUAL_COLUMNS } from './people.search.ts'

export const SIZE = 50

/** The people an address asks for; details are told only where a column shows them. */
export function peopleQuery({ columns = [...USUAL_COLUMNS], ...filters }: PeopleSearch) {
  const withDetails = columns.some((column) => DETAILED.includes(column))
  return queryOptions({
    queryKey: ['people', filters, withDetails],
    queryFn: ({ signal }) =>
      call(
        listPeople,
        { query: { ...filters, size: SIZE, ...(withDetails && { with: 'details' as const }) } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })
}
