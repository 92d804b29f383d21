import { createContext, useContext } from 'react'
import type { Me } from '../modules/registry/grants/me.contract.ts'

export type { Me }

const MeContext = createContext<Me | null>(null)
export const MeProvider = MeContext.Provider

/** Who is signed in. Pages are shown to nobody else. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (me === null) throw new Error('asked outside of the signed-in pages')
  return me
}

/** Whether the actor holds a permission with any reach: what to offer; the server decides. */
export const useMay = (permission: string): boolean => useMe().permissions.includes(permission)
