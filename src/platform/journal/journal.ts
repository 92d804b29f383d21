import { createHash } from 'node:crypto'
import type { RawBuilder } from 'kysely'
import type { Actor } from '../access/access.ts'
import type { Tx } from '../db/db.ts'

/** What an entry is about. */
export type Noted = {
  readonly kind: string
  readonly id: number
  readonly details?: Readonly<Record<string, unknown>>
  /** Whose data was shown by name or taken away: each of them finds who looked (ADR 16). However many, the entry stays small. */
  readonly people?: readonly number[]
  /** What was closed and was opened by this, and what for. */
  readonly opened?: { readonly island: string; readonly purpose: string; readonly reason?: string }
}

/** A change without a result. */
export type Beside = RawBuilder<Record<string, never>>

export type JournalEntry = {
  /** `job`: nobody asked, the clock did. */
  readonly actor: Actor | (Omit<Actor, 'kind'> & { readonly kind: 'job' })
  readonly requestId: string | null
  /** The id of the contract, or the name of the job or command of the command line. */
  readonly action: string
  readonly objects: readonly Noted[]
}

/** What a job did by itself, of no district. */
export const byJob = (name: string, objects: JournalEntry['objects']): JournalEntry => ({
  actor: { kind: 'job', account: null, tenant: null, grants: [] },
  requestId: null,
  action: name,
  objects,
})

/**
 * Appends to the journal in the caller's transaction, under who really did it: one row per object named, at least one. Ids only,
 * never names. `beside`: a change that is written by the same statement.
 */
export async function appendJournal(tx: Tx, entry: JournalEntry, beside?: Beside): Promise<void> {
  const objects = entry.objects.length > 0 ? entry.objects : [undefined]
  await (beside === undefined ? tx : tx.with('beside', () => beside))
    .insertInto('platform.journal')
    .values(
      objects.map((object) => ({
        tenant_id: entry.actor.tenant,
        account_id: entry.actor.looker ?? entry.actor.account,
        as_account_id: entry.actor.looker === undefined ? null : entry.actor.account,
        actor_kind: entry.actor.kind,
        request_id: entry.requestId,
        action: entry.action,
        object_kind: object?.kind ?? null,
        object_id: object?.id ?? null,
        details: detailsOf(object),
      })),
    )
    .execute()
  for (const object of entry.objects) await appendSight(tx, entry, object)
}

/** Of people their number and a digest of their ids, so that the row beside the journal cannot be another one unnoticed. */
function detailsOf(object: Noted | undefined): string | null {
  if (object === undefined) return null
  const { details, people, opened } = object
  const said = {
    ...details,
    ...(opened && { island: opened.island, purpose: opened.purpose }),
    ...(people && { people: people.length, peopleDigest: digestOf(people) }),
  }
  return Object.keys(said).length === 0 && details === undefined ? null : JSON.stringify(said)
}

/** SHA-256 of the ids in ascending order, parted by commas. */
const digestOf = (people: readonly number[]): string =>
  createHash('sha256').update(ascending(people).join(',')).digest('hex')

const ascending = (ids: readonly number[]): number[] => [...new Set(ids)].sort((one, other) => one - other)

async function appendSight(tx: Tx, { actor, action }: JournalEntry, { people = [], opened }: Noted): Promise<void> {
  if (people.length === 0 || actor.tenant === null) return
  await tx
    .insertInto('platform.sight')
    .values({
      account_id: actor.looker ?? actor.account,
      as_account_id: actor.looker === undefined ? null : actor.account,
      actor_kind: actor.kind,
      action,
      island: opened?.island ?? null,
      purpose: opened?.purpose ?? null,
      reason: opened?.reason || null,
      person_ids: ascending(people),
    })
    .execute()
}
