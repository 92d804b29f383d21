import { type ComponentType, createContext, type ReactNode, Suspense, useContext } from 'react'

type Part = { readonly name: string; readonly Shown: ComponentType<{ readonly id: number }> }

/** Parts of a page that later modules add to what an earlier one shows: handed in where everything is put together. */
export type Parts = {
  readonly person: readonly Part[]
  readonly organisation: readonly Part[]
  readonly account: readonly Part[]
}

const Context = createContext<Parts>({ person: [], organisation: [], account: [] })

export const PartsProvider = Context.Provider

/** What other modules know of this person, organisation or account. */
export function FurtherParts({ of, id }: { of: keyof Parts; id: number }): ReactNode {
  const parts = useContext(Context)[of]
  return (
    <Suspense fallback={null}>
      {parts.map(({ name, Shown }) => (
        <Shown key={name} id={id} />
      ))}
    </Suspense>
  )
}
