import { createHmac } from 'node:crypto'

/** Where the chain stands after a seal; before the first one `seq` is 0 and `hash` empty. */
export type Head = { readonly seq: number; readonly hash: Buffer }

export const BEGIN: Head = { seq: 0, hash: Buffer.alloc(0) }

export type Entry = { readonly id: number; readonly digest: Buffer }

export type Seal = Head & { readonly entry: number; readonly digest: Buffer }

/** The seal of an entry after a head: HMAC-SHA-256 over the hash before, the number in the chain, the entry and its digest. */
export function sealAfter(head: Head, { id, digest }: Entry, key: Buffer): Seal {
  const seq = head.seq + 1
  const hash = createHmac('sha256', key).update(head.hash).update(`|${seq}|${id}|`).update(digest).digest()
  return { seq, hash, entry: id, digest }
}

/** A seal as it is kept, with the digest its entry has now; null where the entry is gone. */
export type Link = Seal & { readonly now: Buffer | null }

export type Break = {
  readonly entry: number
  readonly seq: number
  /** What happened to it: the entry was changed or removed, its seal was changed, or seals before it are missing. */
  readonly is: 'changed' | 'removed' | 'seal_changed' | 'seals_missing'
}

/** The first link that does not hold after the head, or the head after all of them. */
export function checkLinks(head: Head, links: readonly Link[], key: Buffer): Head | Break {
  let at = head
  for (const { seq, hash, entry, digest, now } of links) {
    if (seq !== at.seq + 1) return { entry, seq, is: 'seals_missing' }
    const due = sealAfter(at, { id: entry, digest }, key)
    if (!due.hash.equals(hash)) return { entry, seq, is: 'seal_changed' }
    if (now === null) return { entry, seq, is: 'removed' }
    if (!now.equals(digest)) return { entry, seq, is: 'changed' }
    at = due
  }
  return at
}
