import { type FetchQueryOptions, MutationCache, QueryCache, QueryClient, type QueryKey } from '@tanstack/react-query'
import { Problem } from './api.ts'

const listeners = new Set<() => void>()

/** Calls back when the server no longer knows who asks: the session ended while somebody worked. */
export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The session is over: asked for by the server's answer, or known by the clock. */
export const tellSessionEnd = (): void => {
  for (const listener of listeners) listener()
}

const notice = (error: unknown): void => {
  if (error instanceof Problem && error.status === 401) tellSessionEnd()
}

/** What the server refused it refuses again; a lost line is tried once more. */
const isWorthRetrying = (failures: number, error: Error): boolean => failures < 1 && !(error instanceof Problem)

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => query.queryKey[0] !== 'me' && notice(error) }),
  mutationCache: new MutationCache({
    onError: (error, _v, _c, mutation) => mutation.meta?.signsIn !== true && notice(error),
  }),
  defaultOptions: {
    queries: { retry: isWorthRetrying, staleTime: 10_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

/** Asks for what a page will show while its script is still on its way; the page then finds the answer, or asks itself. */
export function askAhead<T, K extends QueryKey>(query: FetchQueryOptions<T, Error, T, K>): void {
  void queryClient.prefetchQuery(query)
}
