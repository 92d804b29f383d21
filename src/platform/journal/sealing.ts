import { sql } from 'kysely'
import type { Tx } from '../db/db.ts'
import { asOutage } from '../outage.ts'
import type { Services } from '../services.ts'
import { BEGIN, type Entry, type Head, type Seal, sealAfter } from './chain.ts'
import { noteHead } from './journal.head.ts'
import { journalKeyOf } from './journal.key.ts'

const EVERY_MS = 1_000
const AT_ONCE = 5_000

type Needs = Pick<Services, 'database' | 'master' | 'settings'>

/** Seals what has been written to the journal, at most 5,000 entries; tells how many. Servers on one database take turns. */
export async function sealJournal({ database, master, settings }: Needs): Promise<number> {
  const sealed = await database.write(null, async (tx) => {
    const { rows: locks } = await sql<{ free: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('platform.journal_seal')) as free`.execute(tx)
    if (locks[0]?.free !== true) return undefined
    const { rows: entries } = await sql<Entry>`select id, digest from platform.unsealed_journal(${AT_ONCE})`.execute(tx)
    if (entries.length === 0) return undefined
    const key = await journalKeyOf(tx, master)
    const seals = sealAll(await findHead(tx), entries, key)
    await keep(tx, seals)
    return seals
  })
  const head = sealed?.at(-1)
  if (head !== undefined) await noteHead(settings.dataFolder, head)
  return sealed?.length ?? 0
}

function sealAll(head: Head, entries: readonly Entry[], key: Buffer): Seal[] {
  let at = head
  return entries.map((entry) => {
    const seal = sealAfter(at, entry, key)
    at = seal
    return seal
  })
}

async function findHead(tx: Tx): Promise<Head> {
  const { rows } = await sql<Head>`select seq, hash from platform.journal_seal order by seq desc limit 1`.execute(tx)
  return rows[0] ?? BEGIN
}

async function keep(tx: Tx, seals: readonly Seal[]): Promise<void> {
  await sql`insert into platform.journal_seal (seq, entry_id, digest, hash)
    select * from unnest(${seals.map(({ seq }) => seq)}::bigint[], ${seals.map(({ entry }) => entry)}::bigint[],
      ${seals.map(({ digest }) => digest)}::bytea[], ${seals.map(({ hash }) => hash)}::bytea[])`.execute(tx)
}

/** Seals each second until it is stopped. Where it cannot (the database is away), it says so once and tries again. */
export function startSealing(services: Services): () => Promise<void> {
  let isStopped = false
  let isFailing = false
  let underWay = Promise.resolve()
  async function pass(): Promise<void> {
    try {
      // After a long while without a server there may be more than one portion.
      while (!isStopped && (await sealJournal(services)) === AT_ONCE);
      isFailing = false
    } catch (err) {
      if (!isFailing) services.log[asOutage(err) === undefined ? 'error' : 'warn']({ err }, 'the journal is not sealed')
      isFailing = true
    }
  }
  const timer = setInterval(() => {
    underWay = underWay.then(() => (isStopped ? undefined : pass()))
  }, EVERY_MS)
  return async () => {
    isStopped = true
    clearInterval(timer)
    await underWay
  }
}
