/**
 * One measured load in a process of its own: `load.child.ts district|load|copy|preview|undo FOLDER DATA DISTRICT [PROFILE]`
 * prints milliseconds, those of the processor in this process, rows and its peak of memory as JSON. With `usual` files are read through the profile that is always there. `undo` takes the last load of the
 * district back, `preview` compares the folder with what the district has.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { snapshotHolder } from '../../src/modules/indicators/index.ts'
import { compareFiles, createDistrict, loadFolder, openDistrictKey, runUndo } from '../../src/modules/registry/index.ts'
import { USUAL } from '../../src/modules/registry/profiles/profile.ts'
import { readingOf } from '../../src/modules/registry/profiles/profiled.load.ts'
import { modules } from '../../src/modules.ts'
import type { Database } from '../../src/platform/db/db.ts'
import { openPostgres } from '../../src/platform/postgres/postgres.ts'
import type { Services } from '../../src/platform/services.ts'
import { type Row, readSpreadsheet, readsAs } from '../../src/platform/spreadsheets/index.ts'
import { sheets } from '../../src/sheets.ts'
import { openOn } from './house.ts'
import { timed as timedAlone } from './timing.ts'

const [kind, folder = '', data = '', district = '', profile] = process.argv.slice(2)
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
let rows = 0
const kinds: Readonly<Record<string, () => Promise<number>>> = { district: addDistrict, load, copy, preview, undo }
let processor = 0
const ms = await (kinds[kind ?? ''] ?? copy)()
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
process.stdout.write(JSON.stringify({ ms, processor, rows, peak }))

async function timed(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  const ms = await timedAlone(run)
  const { user, system } = process.cpuUsage(before)
  processor = (user + system) / 1000
  return ms
}

async function makeDistrict({ database, master }: Services): Promise<void> {
  await database.write(null, (tx) => createDistrict(tx, { code: district, name: district }, { master, seeds }))
}

/** An empty district. */
async function addDistrict(): Promise<number> {
  const house = await openOn(data)
  try {
    return await timed(() => makeDistrict(house.services))
  } finally {
    await house.close()
  }
}

async function load(): Promise<number> {
  const house = await openOn(data)
  try {
    const { services } = house
    const { database } = services
    const isThere = await database
      .reader(null)
      .selectFrom('registry.district')
      .select('id')
      .where('code', '=', district)
      .executeTakeFirst()
    if (isThere === undefined) await makeDistrict(services)
    return await timed(async () => {
      const answer = await loadFolder(services, district, folder, {
        ...{ sheets, seeds },
        ...(profile !== undefined && { profile }),
      })
      rows = answer.files.reduce((sum, file) => sum + file.accepted, 0)
    })
  } finally {
    await house.close()
  }
}

/** As the job does it, with all that differs kept. */
async function preview(): Promise<number> {
  const house = await openOn(data)
  const { database, master } = house.services
  try {
    const tenant = await tenantOf(database)
    const keyring = await database
      .reader(tenant)
      .selectFrom('registry.district')
      .select(['id', 'wrapped_key as wrappedKey'])
      .where('code', '=', district)
      .executeTakeFirstOrThrow()
    const { id: loadId } = await database.write(tenant, (tx) =>
      tx.insertInto('registry.load').defaultValues().returning('id').executeTakeFirstOrThrow(),
    )
    const files = readdirSync(folder).map((name) => ({ name, path: join(folder, name) }))
    const task = {
      database,
      tenant,
      keyring: openDistrictKey(master, keyring),
      loadId,
      sheets,
      day: '2025-12-31',
    }
    return await timed(async () => {
      const chosen = profile === undefined ? undefined : USUAL
      const reading = await readingOf(database.reader(tenant), { files, sheets, profile: chosen })
      const { result } = await compareFiles({ ...task, ...reading })
      rows = result.files.reduce((sum, file) => sum + file.rows, 0)
    })
  } finally {
    await house.close()
  }
}

async function tenantOf(database: Database): Promise<number> {
  const { id } = await database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .where('code', '=', district)
    .executeTakeFirstOrThrow()
  return id
}

/** As the job does it. */
async function undo(): Promise<number> {
  const house = await openOn(data)
  const { database } = house.services
  try {
    const tenant = await tenantOf(database)
    const asked = await database.write(tenant, async (tx) => {
      const last = await tx
        .selectFrom('registry.load')
        .select('id')
        .where('state', '=', 'done')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
      return await tx.insertInto('registry.load').values({ undoes: last.id }).returning('id').executeTakeFirstOrThrow()
    })
    const holders = [snapshotHolder]
    const onProgress = async (done: number): Promise<void> => {
      rows = done
    }
    return await timed(() => runUndo({ database, tenant, undo: asked.id, sheets, holders, onProgress }))
  } finally {
    await house.close()
  }
}

/** The yardstick: the same reader, and every row as it is into a table of texts. */
async function copy(): Promise<number> {
  const server = await openPostgres({ dataFolder: data, log: () => {} })
  const client = new pg.Client({ connectionString: server.migratorUrl })
  await client.connect()
  try {
    return await timed(async () => {
      for (const file of readdirSync(folder)) await copyFile(client, join(folder, file), file)
    })
  } finally {
    await client.query('drop schema if exists bench cascade')
    await client.end()
    await server.stop()
  }
}

async function copyFile(client: pg.Client, path: string, name: string): Promise<void> {
  await using book = await readSpreadsheet({ path }, name)
  for (const sheet of book.sheets) {
    const batches = book.rows(sheet.name)
    const first = await batches.next()
    if (first.done === true) continue
    const width = Math.max(...first.value.map((row) => row.cells.length))
    const columns = Array.from({ length: width }, (_, i) => `c${i} text`).join(', ')
    await client.query(
      `create schema if not exists bench; drop table if exists bench.copied; create table bench.copied (${columns})`,
    )
    const texts = async function* (): AsyncGenerator<string> {
      yield textOf(first.value, width)
      for await (const batch of batches) yield textOf(batch, width)
    }
    await pipeline(Readable.from(texts()), client.query(copyFrom('copy bench.copied from stdin')))
  }
}

function textOf(batch: readonly Row[], width: number): string {
  rows += batch.length
  const lines = batch.map(({ cells }) =>
    Array.from({ length: width }, (_, i) => readsAs(cells[i]).replace(/[\\\t\r\n]/g, ' ')).join('\t'),
  )
  return `${lines.join('\n')}\n`
}
