import { getMe } from '../../modules/registry/grants/me.contract.ts'
import { call, Problem } from '../api.ts'
import type { Me } from '../me.tsx'

/** Who is signed in; null for nobody. Asked while the client is still being set up, for nothing is drawn without it. */
export const meQuery = { queryKey: ['me'], queryFn: findMe, staleTime: 60_000 }

async function findMe(): Promise<Me | null> {
  try {
    return await call(getMe, {})
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null
    throw error
  }
}
