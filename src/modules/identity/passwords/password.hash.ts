import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { createGate } from '../../../platform/gate.ts'

/** Argon2id with 19 MiB, two passes, one lane: the first choice of OWASP's cheat sheet on password storage. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of a random password nobody knows: verified in place of an account's, so that a missing account takes as long. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$qfiZLzx0bMOQh2rclBrrmg$uBl3z9N+i/t/q69t5q7kc265I566grAfgjZuxZvKF28'

/** About 10 ms of a core each; one core is left to everything else. */
const gate = createGate({ atOnce: Math.max(1, availableParallelism() - 1), waiting: 100 })

/** PHC string with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  return await gate(() => hash(normalise(password), COST))
}

/** False for an account without a password, after the same time as for a wrong one. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await gate(() => verify(stored ?? NOBODY, normalise(password)))
  return right && stored !== null
}

/** The same letters typed on different systems are the same password. */
const normalise = (password: string): string => password.normalize('NFC')
