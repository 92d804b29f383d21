import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '../../../../../web/api.ts'
import { listLearners } from '../group.contract.ts'
import type { GroupSearch } from './group.search.ts'

/** A group on one page, most of the time. */
export const GROUP_SIZE = 100

export function useLearners(id: number, { standing, lacking, unchosen, sort, page = 1 }: GroupSearch) {
  return useQuery({
    queryKey: ['learners', id, standing, lacking, unchosen, sort, page],
    queryFn: ({ signal }) =>
      call(
        listLearners,
        {
          params: { id },
          query: { ...(standing && { standing: [standing] }), lacking, unchosen, sort, page, size: GROUP_SIZE },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
  })
}
