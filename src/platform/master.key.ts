import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, ReadDb, Tx } from './db/db.ts'
import type { Settings } from './env.ts'
import { layNextSecret, newSecret, readNextSecret, readSecret, takeNextSecret } from './secret.file.ts'
import { createKeyring, type Keyring } from './secrets.ts'

/*
 * Everything sealed goes back to one random key, and the operator's secret wraps that one key: a secret that may have been
 * seen is turned by wrapping one value anew, while servers go on with the key they have opened.
 */

const CONTEXT = 'master key'
const KEY_BYTES = 32

/** The database was made with another secret than the one that is given. */
export class SecretRefused extends Error {
  constructor() {
    super(
      'the secret does not open this database: it was made with another one (set ROST_SECRET, or put the file `secret` back into ROST_DATA)',
    )
    this.name = 'SecretRefused'
  }
}

/** The master keyring, its key made at the first start. Faults: SecretRefused. */
export async function openMaster(
  database: Database,
  settings: Pick<Settings, 'secret' | 'dataFolder'>,
): Promise<Keyring> {
  const secret = readSecret(settings.secret, settings.dataFolder)
  const wrapped = (await findWrapped(database.reader(null))) ?? (await makeKey(database, secret))
  const master = masterOf(wrapped, secret)
  if (master !== undefined) return master
  const next = settings.secret === undefined ? readNextSecret(settings.dataFolder) : undefined
  const turned = next && masterOf(wrapped, next)
  if (turned === undefined) throw new SecretRefused()
  // A turning was interrupted after the database had it.
  takeNextSecret(settings.dataFolder)
  return turned
}

/** The master keyring out of the key as the database keeps it; undefined where another secret wraps it. */
export function masterOf(wrapped: Buffer, secret: Buffer): Keyring | undefined {
  const key = unwrap(wrapped, secret)
  return key && createKeyring(key, 'master')
}

/** A master key of its own for a database that is still to be, wrapped by its secret. */
export function newMaster(secret: Buffer): { readonly wrapped: Buffer; readonly master: Keyring } {
  const key = randomBytes(KEY_BYTES)
  return { wrapped: wrap(key, secret), master: createKeyring(key, 'master') }
}

/** Puts a new secret in the place of the kept one; killed at any moment, the next start goes on with either. */
export async function turnKeptSecret(database: Database, dataFolder: string, note: Note): Promise<void> {
  const next = newSecret()
  await turnSecret(database, { from: readSecret(undefined, dataFolder), to: Buffer.from(next) }, async (tx) => {
    // Not before: of two turnings at once the other may be about to take what it laid here.
    layNextSecret(dataFolder, next)
    await note(tx)
  })
  takeNextSecret(dataFolder)
}

/** What belongs to the turning, in its transaction. */
type Note = (tx: Tx) => Promise<void>

/** Wraps the master key by another secret. Faults: SecretRefused, where `from` is not what wraps it. */
export async function turnSecret(
  database: Database,
  { from, to }: { readonly from: Buffer; readonly to: Buffer },
  note: Note,
): Promise<void> {
  await database.write(null, async (tx) => {
    const { rows } = await sql<{ wrapped: Buffer }>`select wrapped from platform.master_key for update`.execute(tx)
    const key = rows[0] && unwrap(rows[0].wrapped, from)
    if (key === undefined) throw new SecretRefused()
    await sql`update platform.master_key set wrapped = ${wrap(key, to)}`.execute(tx)
    await note(tx)
  })
}

async function makeKey(database: Database, secret: Buffer): Promise<Buffer> {
  return await database.write(null, async (tx) => {
    await sql`insert into platform.master_key (wrapped) values (${wrap(randomBytes(KEY_BYTES), secret)})
      on conflict do nothing`.execute(tx)
    // Of two first starts at once one has made it.
    const made = await findWrapped(tx)
    if (made === undefined) throw new Error('the master key was not kept')
    return made
  })
}

async function findWrapped(db: ReadDb): Promise<Buffer | undefined> {
  const { rows } = await sql<{ wrapped: Buffer }>`select wrapped from platform.master_key`.execute(db)
  return rows[0]?.wrapped
}

const wrap = (key: Buffer, secret: Buffer): Buffer => createKeyring(secret, 'wrap').seal(key, CONTEXT)

function unwrap(wrapped: Buffer, secret: Buffer): Buffer | undefined {
  if (wrapped.length === 0) return secret
  try {
    return createKeyring(secret, 'wrap').open(wrapped, CONTEXT)
  } catch {
    return undefined
  }
}
