import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openHouse } from '../../src/house.ts'
import { createDistrict } from '../../src/modules/registry/index.ts'
import { modules } from '../../src/modules.ts'
import { readSettings, type Settings } from '../../src/platform/env.ts'
import { createLog } from '../../src/platform/log.ts'
import { openPostgres } from '../../src/platform/postgres/postgres.ts'
import type { Services } from '../../src/platform/services.ts'
import { bigDistricts, bigWorkbook } from '../../test/oracle/district/big.ts'
import { booksOf, type District } from '../../test/oracle/district.ts'
import { loadBooks } from '../../test/oracle/load.ts'
import { emptyState } from '../../test/oracle/state.ts'
import { storeState } from '../../test/property/store.ts'
import { cached, root } from './place.ts'

/** The house on one of the kept data folders, with the addresses of its database. */
export type BenchHouse = {
  readonly services: Services
  readonly settings: Settings
  readonly appUrl: string
  readonly migratorUrl: string
  close(): Promise<void>
}

/** `districts`: eighteen of about 3,500 staff rows each; `people`: one of 60,000 people. */
export type DataSet = 'districts' | 'people'

const SEED = 16
const MADE = 'made'
/** Raised when what is stored changes though the schema does not. */
const EDITION = 1

const DATA: Readonly<Record<DataSet, () => Iterable<District>>> = {
  districts: () => bigDistricts(SEED),
  people: () => [bigWorkbook(SEED, 60_000)],
}

/** Settings of a house on this folder, as quiet as a benchmark wants it. */
export function settingsOf(dataFolder: string, environment: Readonly<Record<string, string>> = {}): Settings {
  return readSettings({
    ROST_DATA: dataFolder,
    ROST_SECRET: 'a secret for benchmarks, long enough',
    LOG_LEVEL: 'error',
    ...environment,
  })
}

/** Opens the house on the data set; makes it first when it is not there or the schema has changed since. */
export async function openBenchHouse(set: DataSet): Promise<BenchHouse> {
  const folder = cached(set)
  const stamp = join(folder, MADE)
  const signature = schemaSignature()
  const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === signature
  if (!fresh) await removeHouse(folder)
  const opened = await openOn(folder)
  if (!fresh) {
    try {
      await fill(opened, set)
    } catch (error) {
      await opened.close()
      throw error
    }
    writeFileSync(stamp, signature)
  }
  return opened
}

/** A house on this folder; the addresses come from a second use of its server, which both of them leave running. */
export async function openOn(folder: string): Promise<BenchHouse> {
  const settings = settingsOf(folder)
  const server = await openPostgres({ dataFolder: folder, log: () => {} })
  const house = await openHouse(settings, createLog(settings.logLevel), { work: false })
  return {
    services: house.services,
    settings,
    appUrl: server.appUrl,
    migratorUrl: server.migratorUrl,
    async close() {
      await house.close()
      await server.stop()
    },
  }
}

/** The districts that were stored, in their order. */
export async function findTenants({ services }: BenchHouse): Promise<number[]> {
  const rows = await services.database.reader(null).selectFrom('registry.district').select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}

async function fill({ services, migratorUrl }: BenchHouse, set: DataSet): Promise<void> {
  const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
  let number = 0
  for (const district of DATA[set]()) {
    number++
    process.stderr.write(`bench: making the data ${set}, district ${number}\n`)
    const state = emptyState()
    loadBooks(state, booksOf(district))
    await services.database.dedicated(null, (_client, db) =>
      db.transaction().execute(async (tx) => {
        const code = `bench-${number}`
        await createDistrict(tx, { code, name: `Район ${number}` }, { master: services.master, seeds })
        await storeState(tx, state)
      }),
    )
  }
  await vacuum(migratorUrl)
}

/** As autovacuum leaves the tables when it has had its time. */
async function vacuum(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('vacuum (analyze)')
  await client.end()
}

async function removeHouse(folder: string): Promise<void> {
  if (!existsSync(folder)) return
  const server = await openPostgres({ dataFolder: folder, log: () => {} }).catch(() => undefined)
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

function schemaSignature(): string {
  const folder = join(root, 'db', 'migrations')
  const hash = createHash('sha256').update(`edition ${EDITION}\n`)
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}
