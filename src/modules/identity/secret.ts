import { hash, randomBytes } from 'node:crypto'

const BARE = /^[\w-]{43}$/
const TOKEN = /^rost_[\w-]{43}$/

/** 256 random bits as 43 characters that fit a cookie, a header and an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** A secret that scanners of source code and mail can recognise as ours. */
export function newApiToken(): string {
  return `rost_${newSecret()}`
}

/** Whether the text can be a secret at all; anything else is not worth a question to the database. */
export function looksLikeSecret(text: string, kind: 'session' | 'token' | 'link' | 'device' | 'step'): boolean {
  return (kind === 'token' ? TOKEN : BARE).test(text)
}

/** How a secret is stored: a fast hash is enough, because there is nothing to guess in 256 random bits. */
export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer')
}
