import type { SignInProvider } from '../../../platform/sign-in.providers.ts'

/** What is kept in the browser while its owner is at the provider, and compared with what comes back. */
export type Kept = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** Who came back, in the provider's own terms. */
export type Outsider = {
  /** Never given to anybody else. */
  readonly subject: string
  /** What the provider says of the claim of its settings; nothing where it does not vouch for it. */
  readonly claim: string | undefined
}

/** How a kind of provider is spoken with. `site` is the address a browser is sent back to. */
export type Adapter = {
  /** Where the browser goes. Throws `ProviderAway`. */
  begin(provider: SignInProvider, kept: Kept, site: string): Promise<URL>
  /** What came back, every check made. Throws `ProviderAway`, `Declined`, or another Error where anything does not fit. */
  finish(provider: SignInProvider, kept: Kept, back: URL): Promise<Outsider>
}
