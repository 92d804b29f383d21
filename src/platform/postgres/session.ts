import { Socket } from 'node:net'
import pg from 'pg'
import { roleNames } from './provision.ts'
import type { Secrets } from './secrets.ts'
import { PostgresUnavailable } from './unavailable.ts'

/**
 * Every process that uses the embedded server holds this advisory lock, shared, for as long as it does; whoever stops
 * the server must hold it alone. So nobody can attach between "nobody is connected" and the stop, and a process whose
 * pool is empty at the moment still counts. The number is arbitrary, the lock is one of the database `postgres`.
 */
const presenceLock = 726_578_740

const queryLimitMs = 30_000

/** A superuser connection. `quiet` ones do not keep the process alive. */
export type Session = { client: pg.Client; socket: Socket }

/** @throws whatever `pg` throws, within 5 s */
export async function openSession(port: number, secrets: Secrets): Promise<Session> {
  const socket = new Socket()
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: roleNames.superuser,
    password: secrets.superuser,
    database: 'postgres',
    ssl: false,
    application_name: 'rost launcher',
    connectionTimeoutMillis: 5_000,
    query_timeout: queryLimitMs,
    keepAlive: true,
    stream: () => socket,
  })
  client.on('error', () => {}) // a stopped server ends our sessions; unheard, that would end this process
  await client.connect()
  return { client, socket }
}

/**
 * Connects and announces this process as a user of the server. Undefined when the server cannot take us at the moment
 * (starting, stopping, gone): look again.
 * @throws PostgresUnavailable when the stored password is refused
 */
export async function joinServer(port: number, secrets: Secrets, secretsFile: string): Promise<Session | undefined> {
  try {
    const session = await openSession(port, secrets)
    await session.client.query('select pg_advisory_lock_shared($1)', [presenceLock])
    session.socket.unref()
    return session
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code?.startsWith('28')) {
      throw new PostgresUnavailable('secrets', { file: secretsFile, why: error.message })
    }
    return undefined
  }
}

/** Takes the presence lock alone; false when another process holds it. */
export async function holdAlone(session: Session): Promise<boolean> {
  const { rows } = await session.client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
    presenceLock,
  ])
  return rows[0]?.held === true
}

/** Whether anybody besides this session is connected, to whichever database. */
export async function isUsedByOthers(session: Session): Promise<boolean> {
  const { rowCount } = await session.client.query(
    `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
  )
  return rowCount !== 0
}

/** Ends a session and waits for it. */
export async function closeSession(session: Session): Promise<void> {
  session.socket.ref() // else the process might end while its caller still awaits this
  await session.client.end().catch(() => {})
}
