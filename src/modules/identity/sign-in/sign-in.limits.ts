import { type Bucket, networkOf } from '../../../platform/rate-limit.ts'

/** What is known of a try before the password is looked at. */
export type Try = {
  /** Of the address or the login name. */
  readonly key: string
  readonly address: string
  /** Hash of the browser's secret where the browser is known for this account, else null. */
  readonly device: string | null
  /** The account signed in from this network before. */
  readonly knownNetwork: boolean
}

/**
 * The buckets of a try. Tries of a stranger are counted against the stranger's network, against the account as seen from
 * there, and against the account as a whole; a browser or a network that was let in before is not touched by the last,
 * so whoever tries out passwords slows themselves and never the owner. (Device cookies of OWASP.)
 */
export function bucketsOf({ key, address, device, knownNetwork }: Try): readonly Bucket[] {
  if (device !== null) {
    return [{ name: 'sign-in:device', subject: `${device} ${key}`, rate: { capacity: 10, refillSeconds: 60 } }]
  }
  const network = networkOf(address)
  const here: Bucket = {
    name: 'sign-in:here',
    subject: `${network} ${key}`,
    rate: { capacity: 10, refillSeconds: 60 },
  }
  // A whole school may sit behind one address.
  const all: Bucket = { name: 'sign-in:network', subject: network, rate: { capacity: 50, refillSeconds: 10 } }
  if (knownNetwork) return [here, all]
  return [here, all, { name: 'sign-in:account', subject: key, rate: { capacity: 30, refillSeconds: 20 } }]
}

/** Requests for links from one network. */
export const linkRequests = (address: string): Bucket => ({
  name: 'link:network',
  subject: networkOf(address),
  rate: { capacity: 30, refillSeconds: 20 },
})

/**
 * Letters to one address. When they are spent no further letter is sent, but one comes again before the last link has
 * run out: flooding somebody with letters does not keep them out either.
 */
export const letters = (emailKey: string): Bucket => ({
  name: 'link:letters',
  subject: emailKey,
  rate: { capacity: 5, refillSeconds: 600 },
})

/** Uses of links that do not exist. */
export const linkUses = (address: string): Bucket => ({
  name: 'link:use',
  subject: networkOf(address),
  rate: { capacity: 30, refillSeconds: 10 },
})

/** Returns from outside providers that lead nowhere. */
export const outsideReturns = (address: string): Bucket => ({
  name: 'outside:network',
  subject: networkOf(address),
  rate: { capacity: 50, refillSeconds: 10 },
})

/** Answers of devices that do not fit. Nobody guesses a signature; this bounds the work. */
export const passkeyUses = (address: string): Bucket => ({
  name: 'passkey:network',
  subject: networkOf(address),
  rate: { capacity: 50, refillSeconds: 10 },
})

/**
 * Codes of a second step. Who tries them knows the first factor already: a stranger is slowed as a whole, the browser its
 * owner came in by before is not touched by that.
 */
export const secondSteps = (account: number, device: string | null): Bucket =>
  device === null
    ? { name: 'second-step:account', subject: String(account), rate: { capacity: 10, refillSeconds: 120 } }
    : { name: 'second-step:device', subject: `${device} ${account}`, rate: { capacity: 10, refillSeconds: 60 } }

/** First codes of somebody who sets up a second factor. */
export const confirmations = (account: number): Bucket => ({
  name: 'second-factor:confirm',
  subject: String(account),
  rate: { capacity: 10, refillSeconds: 60 },
})

/** Wrong current passwords of somebody who is signed in. */
export const passwordChanges = (account: number): Bucket => ({
  name: 'password:change',
  subject: String(account),
  rate: { capacity: 5, refillSeconds: 60 },
})

/** Tries to set another address, which also tell whether it has an account. */
export const emailChanges = (account: number): Bucket => ({
  name: 'email:change',
  subject: String(account),
  rate: { capacity: 5, refillSeconds: 300 },
})
