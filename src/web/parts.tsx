import { type ComponentType, createContext, type ReactNode, Suspense, useContext } from 'react'

export type ProofProps = {
  /** Whose fact it is. */
  readonly person: number
  /** As the life of the person has it. */
  readonly fact: { readonly term: string; readonly id: number }
  /** What stands there where nothing proves it, or nothing the reader may open. */
  readonly children: ReactNode
}

type Part = { readonly name: string; readonly Shown: ComponentType<{ readonly id: number }> }

/** Parts of a page that later modules add to what an earlier one shows: handed in where everything is put together. */
export type Parts = {
  readonly person: readonly Part[]
  readonly organisation: readonly Part[]
  readonly account: readonly Part[]
  /** What proves a fact of a person: the scan of its document. */
  readonly proof?: ComponentType<ProofProps>
}

const Context = createContext<Parts>({ person: [], organisation: [], account: [] })

export const PartsProvider = Context.Provider

/** What other modules know of this person, organisation or account. */
export function FurtherParts({ of, id }: { of: Exclude<keyof Parts, 'proof'>; id: number }): ReactNode {
  const parts = useContext(Context)[of]
  return (
    <Suspense fallback={null}>
      {parts.map(({ name, Shown }) => (
        <Shown key={name} id={id} />
      ))}
    </Suspense>
  )
}

/** Where a fact of a person comes from, when more is known of it than who said so. */
export function FurtherProof(props: ProofProps): ReactNode {
  const { proof: Proof } = useContext(Context)
  if (Proof === undefined) return props.children
  return (
    <Suspense fallback={props.children}>
      <Proof {...props} />
    </Suspense>
  )
}
