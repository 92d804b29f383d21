import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import { askPrepared } from '../../../platform/db/prepared.ts'

export type StoredNotification = {
  readonly id: number
  readonly at: Date
  readonly kind: string
  readonly link: string | null
  readonly details: Readonly<Record<string, string | number>>
  readonly seen: boolean
}

/** Asked every minute by everybody who has the client open. */
const UNSEEN = {
  name: 'notifications_unseen',
  text: `select count(*)::int as unseen from platform.notification where account_id = $1 and seen_at is null`,
}

export async function countUnseen(db: ReadDb, account: number): Promise<number> {
  const [row] = await askPrepared<{ unseen: number }>(db, UNSEEN, [account])
  return row?.unseen ?? 0
}

export async function findNotifications(
  db: ReadDb,
  account: number,
  page: { readonly page: number; readonly size: number },
): Promise<{ items: StoredNotification[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const { rows } = await sql<StoredNotification & { total: number }>`
    select id, at, kind, link, details, seen_at is not null as seen, (count(*) over ())::int as total
    from platform.notification where account_id = ${account}
    order by id desc limit ${limit} offset ${offset}`.execute(db)
  return { items: rows, total: rows[0]?.total ?? 0 }
}

type Which = { readonly id?: number | undefined; readonly upTo?: number | undefined }

/** Of one's own alone: to others' nothing happens. */
export async function markSeen(tx: Tx, account: number, { id = 0, upTo = 0 }: Which): Promise<void> {
  await tx
    .updateTable('platform.notification')
    .set({ seen_at: new Date() })
    .where('account_id', '=', account)
    .where('seen_at', 'is', null)
    .where(({ or, eb }) => or([eb('id', '=', id), eb('id', '<=', upTo)]))
    .execute()
}
