import type { Actor } from '../../../platform/access/access.ts'
import { appendJournal } from '../../../platform/journal/journal.ts'
import type { Services } from '../../../platform/services.ts'
import type { Vocabulary } from '../../population/index.ts'
import { approvedBy, publishedBy, take } from './snapshot.life.ts'
import { findSnapshots } from './snapshots.repo.ts'
import { takeSnapshot } from './snapshots.service.ts'

type Wanted = {
  readonly tenant: number
  readonly date: string
  readonly title: string
  /** By which document they are approved and published at once; only computed where there is none. */
  readonly approval?: { readonly number: string; readonly date: string; readonly signatory: string }
}

/** Freezes all figures as of the day for the operator of the machine; a snapshot of that day and title is not taken twice. */
export async function takeSnapshotAsOperator(
  { database }: Services,
  { tenant, date, title, approval }: Wanted,
  vocabulary: Vocabulary,
): Promise<void> {
  await database.write(tenant, async (tx) => {
    const { items } = await findSnapshots(tx, { page: 1, size: 200 }, ['computed', 'approved', 'published'])
    if (items.some((known) => known.date === date && known.title === title)) return
    const { id } = await takeSnapshot(tx, { date, title, account: null }, { vocabulary, tenant })
    if (approval !== undefined) {
      await take(tx, id, 1, approvedBy(approval, null))
      await take(tx, id, 2, publishedBy(null))
    }
    const actor: Actor = { kind: 'operator', account: null, tenant, grants: [] }
    const objects = [{ kind: 'snapshot', id, details: { date } }]
    await appendJournal(tx, { actor, requestId: null, action: 'takeSnapshot', objects })
  })
}
