import { queryOptions } from '@tanstack/react-query'
import type { Language } from '../words.ts'
import type { GuidePage } from './guide.ts'

/** Each page in each language is a file of its own, fetched when somebody reads it. */
const files = import.meta.glob<{ page: GuidePage }>('../../../docs/guide/*/*.md')

/** A page of the guide, or null where there is none of that name. */
export const guidePage = (language: Language, name: string) =>
  queryOptions({
    queryKey: ['guide', language, name],
    queryFn: async () => (await files[`../../../docs/guide/${language}/${name}.md`]?.())?.page ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  })
