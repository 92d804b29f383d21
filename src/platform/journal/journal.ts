import type { Actor } from '../access/access.ts'
import type { Tx } from '../db/db.ts'

export type JournalEntry = {
  /** `job`: nobody asked, the clock did. */
  readonly actor: Actor | (Omit<Actor, 'kind'> & { readonly kind: 'job' })
  readonly requestId: string | null
  /** The id of the contract, or the name of the job or command of the command line. */
  readonly action: string
  readonly objects: readonly {
    readonly kind: string
    readonly id: number
    readonly details?: Readonly<Record<string, unknown>>
  }[]
}

/** What a job did by itself, of no district. */
export const byJob = (name: string, objects: JournalEntry['objects']): JournalEntry => ({
  actor: { kind: 'job', account: null, tenant: null, grants: [] },
  requestId: null,
  action: name,
  objects,
})

/** Appends to the journal in the caller's transaction, under who really did it: one row per object named, at least one. Ids only, never names. */
export async function appendJournal(tx: Tx, entry: JournalEntry): Promise<void> {
  const objects = entry.objects.length > 0 ? entry.objects : [undefined]
  await tx
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
        details: object?.details ? JSON.stringify(object.details) : null,
      })),
    )
    .execute()
}
