import type { Claim } from '../claims.contract.ts'

/** What is decided on is what was read: whatever changed since is left out by the server. */
export const asRead = (claims: readonly Claim[]): { id: number; version: number }[] =>
  claims.map(({ id, version }) => ({ id, version }))
