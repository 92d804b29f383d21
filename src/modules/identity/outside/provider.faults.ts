/** The provider does not answer, or not in time, or has trouble of its own. */
export class ProviderAway extends Error {
  constructor(cause?: unknown) {
    super('the provider does not answer', { cause })
    this.name = 'ProviderAway'
  }
}

/** Its owner did not want to sign in there after all. */
export class Declined extends Error {
  constructor() {
    super('declined at the provider')
    this.name = 'Declined'
  }
}

/** The reason beneath all others. */
export function isAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof ProviderAway) return true
  return false
}
