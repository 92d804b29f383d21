import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Tx } from '../db/db.ts'
import { Refusal } from '../errors.ts'
import type { Beside } from '../journal/journal.ts'
import type { RequestContext } from './route.ts'

type Done = { readonly status: number; readonly value: unknown }

/** How an answer is kept for whoever repeats the request; undefined where nobody can. */
export type Keep = (done: Done) => Beside | undefined

/** The key a client sends with a POST so that a repeated try is done once. */
export function readIdempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && /^[\x21-\x7e]{1,100}$/.test(key)) return key
  throw new Refusal('invalid', 'request_invalid', {
    fields: [{ in: 'header', path: 'Idempotency-Key', code: 'wrong_value' }],
  })
}

/**
 * Runs once per account and key: the first takes the key in its own transaction, so a parallel repeat waits for its end
 * and then gets the same answer; another request under the same key is refused. `run` keeps the answer, with whatever else it
 * writes last: behind a lock everybody waits for each way to the database.
 */
export async function answerOnce(
  tx: Tx,
  { actor, services }: Pick<RequestContext, 'actor' | 'services'>,
  key: string | undefined,
  request: unknown,
  run: (keep: Keep) => Promise<Done>,
): Promise<Done> {
  const { account } = actor
  if (key === undefined || account === null) return await run(() => undefined)
  // Keyed: of a request that says little, or a number out of few, who reads the table could find it by trying.
  const hash = services.master.hash(JSON.stringify([actor.tenant, request]))
  const taken = await tx
    .insertInto('platform.kept_answer')
    .values({ account_id: account, key, request_hash: hash })
    .onConflict((c) => c.columns(['account_id', 'key']).doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows === 0n) return await keptAnswer(tx, account, key, hash)
  return await run(
    ({ status, value }) => sql<Record<string, never>>`
      (update platform.kept_answer set status = ${status}, reply = ${JSON.stringify(value ?? null)}
      where account_id = ${account} and key = ${key})`,
  )
}

async function keptAnswer(tx: Tx, account: number, key: string, hash: Buffer): Promise<Done> {
  const kept = await tx
    .selectFrom('platform.kept_answer')
    .select(['request_hash', 'status', 'reply'])
    .where('account_id', '=', account)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (!kept.request_hash.equals(hash)) throw new Refusal('invalid', 'idempotency_key_reused')
  return { status: kept.status ?? 200, value: kept.reply ?? undefined }
}
