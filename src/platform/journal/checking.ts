import { sql } from 'kysely'
import type { ReadDb } from '../db/db.ts'
import type { Services } from '../services.ts'
import { BEGIN, type Break, checkLinks, type Head, type Link } from './chain.ts'
import { readNotedHead } from './journal.head.ts'
import { findJournalKey } from './journal.key.ts'

const AT_ONCE = 10_000
/** A seal comes a second after the entry; one a minute old waits for a server that does not run. */
const UNSEALED_AFTER = '1 minute'

export type JournalState =
  | { readonly is: 'whole'; readonly entries: number }
  | ({ readonly is: 'broken' } & { readonly at: Break })
  /** The end was cut off: the chain ends before the noted head, or is another one there. */
  | { readonly is: 'cut'; readonly after: number; readonly noted: number }
  | { readonly is: 'unsealed'; readonly first: number; readonly count: number }
  /** The key does not open: the master secret is another one, or the key was exchanged. */
  | { readonly is: 'locked' }

type Needs = Pick<Services, 'database' | 'master' | 'settings'>

/** Goes through the whole chain and names the first entry that does not stand as it was written. */
export async function checkJournal({ database, master, settings }: Needs): Promise<JournalState> {
  const db = database.reader(null)
  const key = await opened(db, master)
  if (key === 'locked') return { is: 'locked' }
  const noted = await readNotedHead(settings.dataFolder)
  const checked = await walk(db, key ?? Buffer.alloc(0), noted)
  if ('is' in checked) return checked
  const { rows } = await sql<{ id: number; count: number }>`
    select min(id) as id, count(*)::int as count from platform.unsealed_journal(${AT_ONCE})
    where at < now() - ${UNSEALED_AFTER}::interval`.execute(db)
  const [waiting] = rows
  if (waiting !== undefined && waiting.count > 0) return { is: 'unsealed', first: waiting.id, count: waiting.count }
  return { is: 'whole', entries: checked.seq }
}

async function opened(db: ReadDb, master: Needs['master']): Promise<Buffer | undefined | 'locked'> {
  try {
    return await findJournalKey(db, master)
  } catch (error) {
    // What AES-GCM says of a key that is not the one.
    if (error instanceof Error && /unable to authenticate/i.test(error.message)) return 'locked'
    throw error
  }
}

async function walk(db: ReadDb, key: Buffer, noted: Head | undefined): Promise<Head | JournalState> {
  let head = BEGIN
  let isNotedThere = noted === undefined
  for (;;) {
    const { rows: links } = await sql<Link>`
      select seq, entry_id as entry, sealed as digest, hash, digest as now
      from platform.journal_chain(${head.seq}, ${AT_ONCE})`.execute(db)
    const checked = checkLinks(head, links, key)
    if ('is' in checked) return { is: 'broken', at: checked }
    isNotedThere ||= links.some(({ seq, hash }) => seq === noted?.seq && hash.equals(noted.hash))
    head = checked
    if (links.length < AT_ONCE) break
  }
  return isNotedThere || noted === undefined ? head : { is: 'cut', after: head.seq, noted: noted.seq }
}
