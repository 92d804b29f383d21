import type { Claim, ClaimState, MyClaim } from './claims.contract.ts'

/** Who looks at a claim: whether it is their own, and what they may besides confirming. */
type Reader = { readonly isOwn: boolean; readonly mayCertify: boolean }

/** Nobody confirms what they claim themselves. */
export function stepsOf(state: ClaimState, { isOwn, mayCertify }: Reader): Claim['can'] {
  if (isOwn) return []
  const certify = mayCertify ? ['certify' as const] : []
  if (state === 'asked') return ['confirm', 'return', ...certify]
  return state === 'confirmed' || state === 'revoked' ? ['return', ...certify] : []
}

export function ownSteps(state: ClaimState): MyClaim['can'] {
  if (state === 'certified') return []
  return state === 'confirmed' || state === 'revoked' ? ['remove'] : ['change', 'remove']
}
