import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import type { Tx } from './db/db.ts'
import { Refusal } from './errors.ts'
import type { Services } from './services.ts'

/** So many tries at once, then one more each `refillSeconds`. */
type Rate = { readonly capacity: number; readonly refillSeconds: number }

/** The tries of one subject (an address, an account …) at one thing. Subjects are stored as keyed hashes only. */
export type Bucket = { readonly name: string; readonly subject: string; readonly rate: Rate }

type Hashing = Pick<Services, 'master'>

/**
 * Takes one token from a bucket, or says in how many seconds there will be one (0: taken). One statement: servers and parallel
 * requests share the buckets and never take the same token twice. It is the database's clock that counts: those of servers may
 * jump, or differ.
 */
export async function takeToken(tx: Tx, services: Hashing, bucket: Bucket, at?: Date): Promise<number> {
  const key = keyOf(services, bucket)
  const now = at === undefined ? sql`statement_timestamp()` : sql`${at}::timestamptz`
  const { capacity, refillSeconds } = bucket.rate
  const refilled = sql`least(${capacity}::float8,
    b.tokens + greatest(0, extract(epoch from ${now} - b.refilled_at)) / ${refillSeconds}::float8)`
  const { rows } = await sql<{ taken: boolean; tokens: number | null }>`
    with taken as (
      insert into platform.rate_bucket as b (key, tokens, refilled_at)
      values (${key}, ${capacity}::float8 - 1, ${now})
      on conflict (key) do update
        set tokens = ${refilled} - 1, refilled_at = greatest(b.refilled_at, excluded.refilled_at)
        where ${refilled} >= 1
      returning key
    )
    select exists (select from taken) as taken,
      (select ${refilled} from platform.rate_bucket b where b.key = ${key}) as tokens`.execute(tx)
  const row = rows[0]
  if (row?.taken) return 0
  // What the bucket held is read as of the statement's start; others may have taken it since.
  return Math.max(1, (1 - (row?.tokens ?? 0)) * refillSeconds)
}

/**
 * Takes a token from every bucket, in a transaction of its own that outlives the refusal of the command; from none when
 * one of them is empty. Refuses (429) with `code` and the seconds to wait. Name buckets in the same order everywhere.
 */
export async function takeTokens(
  services: Pick<Services, 'master' | 'database'>,
  buckets: readonly Bucket[],
  code = 'too_many_tries',
  now?: Date,
): Promise<void> {
  await services.database.write(null, async (tx) => {
    for (const bucket of buckets) {
      const wait = await takeToken(tx, services, bucket, now)
      if (wait > 0) throw tooMany(code, wait)
    }
  })
}

/** Puts the tokens of a try back that turned out right: only wrong ones are counted. */
export async function giveBack(tx: Tx, services: Hashing, buckets: readonly Bucket[]): Promise<void> {
  for (const bucket of buckets) {
    await sql`update platform.rate_bucket set tokens = least(${bucket.rate.capacity}::float8, tokens + 1)
      where key = ${keyOf(services, bucket)}`.execute(tx)
  }
}

/** The part of an address that one subscriber has: all of IPv4, the first 64 bits of IPv6. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [left = '', right] = address.split('::')
  const head = left === '' ? [] : left.split(':')
  const tail = right === undefined || right === '' ? [] : right.split(':')
  const groups = [...head, ...new Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

function tooMany(code: string, wait: number): Refusal {
  const seconds = Math.max(1, Math.ceil(wait))
  return new Refusal('too_many', code, { retryAfter: seconds, params: { seconds } })
}

const keyOf = (services: Hashing, { name, subject }: Bucket): string =>
  `${name}:${services.master.hash(subject).toString('base64url')}`
