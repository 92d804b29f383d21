/** A data folder of its own with the product's own database in it, and what kills and inspects it. */
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { killHard, serverFamily, serverPid } from '../../src/platform/postgres/place.fixture.ts'
import { readSecrets } from '../../src/platform/postgres/secrets.ts'
import { rost } from '../smoke/rost.process.ts'

const district = join(import.meta.dirname, '../fixtures/district')

export type Place = {
  readonly environment: { readonly ROST_DATA: string }
  /** A folder that holds nothing but the organisations. */
  readonly small: string
  /** The whole district. */
  readonly large: string
  /** A methodist of the district, and a token of theirs. */
  readonly email: string
  readonly token: string
  /** SIGKILL to the database server and all its processes. */
  killDatabase(): Promise<void>
  /** One row, as a superuser who sees every district. */
  look(statement: string): Promise<Record<string, number>>
  clear(): Promise<void>
}

/** Makes the place as an operator would: a load, a methodist, a token. */
export async function makePlace(under = tmpdir()): Promise<Place> {
  const folder = await mkdtemp(join(under, 'rost-kill-'))
  await chmod(folder, 0o755)
  const dataFolder = join(folder, 'data')
  const killDatabase = async (): Promise<void> => {
    const pid = serverPid(dataFolder)
    if (pid !== undefined) await killHard(serverFamily(pid))
  }
  const small = join(folder, 'small')
  await mkdir(small)
  await cp(join(district, 'organisations.xlsx'), join(small, 'organisations.xlsx'))
  const environment = { ROST_DATA: dataFolder }
  await must(['load', small], environment)
  const email = 'methodist@rost.example'
  await must(['user', 'add', '--email', email, '--role', 'methodist'], environment)
  const token = (await must(['token', 'create', '--email', email], environment)).trim()
  return {
    environment,
    small,
    large: district,
    email,
    token,
    killDatabase,
    look: (statement) => look(dataFolder, statement),
    async clear() {
      await killDatabase()
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    },
  }
}

async function must(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> {
  const { code, stdout, stderr } = await rost(words, environment)
  if (code !== 0) throw new Error(`rost ${words.join(' ')}: ${code} ${stderr}`)
  return stdout
}

async function look(dataFolder: string, statement: string): Promise<Record<string, number>> {
  const { superuser, port } = readSecrets(join(dataFolder, 'pg', 'secrets.json'))
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: superuser, database: 'rost' })
  client.on('error', () => {})
  await client.connect()
  try {
    const results: unknown = await client.query(statement)
    const last: unknown = Array.isArray(results) ? results.at(-1) : results
    return (last as pg.QueryResult<Record<string, number>>).rows[0] ?? {}
  } finally {
    await client.end()
  }
}
