import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../../../web/api.ts'
import { listOrganisations } from '../organisations.contract.ts'
import type { OrganisationsSearch } from './organisations.search.ts'

export const SIZE = 50

/** The organisations an address asks for. */
export const organisationsQuery = (search: OrganisationsSearch) =>
  queryOptions({
    queryKey: ['organisations', search],
    queryFn: ({ signal }) => call(listOrganisations, { query: { sort: 'name', ...search, size: SIZE } }, { signal }),
    placeholderData: keepPreviousData,
  })
