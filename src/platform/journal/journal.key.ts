import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../db/db.ts'
import type { Keyring } from '../secrets.ts'

const CONTEXT = 'journal key'

/** The key of the chain, wrapped by the master; undefined before the first seal. Throws where the master is not the one that wrapped it. */
export async function findJournalKey(db: ReadDb, master: Keyring): Promise<Buffer | undefined> {
  const { rows } = await sql<{ wrapped: Buffer }>`select wrapped from platform.journal_key`.execute(db)
  return rows[0] && master.open(rows[0].wrapped, CONTEXT)
}

/** The key, made at its first use. */
export async function journalKeyOf(tx: Tx, master: Keyring): Promise<Buffer> {
  const known = await findJournalKey(tx, master)
  if (known !== undefined) return known
  await sql`insert into platform.journal_key (wrapped) values (${master.seal(randomBytes(32), CONTEXT)})
    on conflict do nothing`.execute(tx)
  const made = await findJournalKey(tx, master)
  if (made === undefined) throw new Error('the key of the journal was not kept')
  return made
}
