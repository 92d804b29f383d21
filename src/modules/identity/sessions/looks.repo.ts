import type { ReadDb, Tx } from '../../../platform/db/db.ts'

/** The session sees with the eyes of another account, in one district, until then. */
export async function beginLook(
  tx: Tx,
  session: number,
  look: { readonly account: number; readonly tenant: number; readonly until: Date },
): Promise<void> {
  await tx
    .updateTable('identity.session')
    .set({ looks_as: look.account, looks_in: look.tenant, looks_until: look.until })
    .where('id', '=', session)
    .execute()
}

export async function endLook(tx: Tx, session: number): Promise<void> {
  await tx
    .updateTable('identity.session')
    .set({ looks_as: null, looks_in: null, looks_until: null })
    .where('id', '=', session)
    .execute()
}

/** Until when the session looks. */
export async function findLookEnd(db: ReadDb, session: number): Promise<Date | null> {
  const row = await db.selectFrom('identity.session').select('looks_until').where('id', '=', session).executeTakeFirst()
  return row?.looks_until ?? null
}
