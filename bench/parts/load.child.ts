/**
 * One measured load in a process of its own: `load.child.ts load|copy FOLDER DATA DISTRICT` prints milliseconds, rows and
 * the process's peak of memory as JSON.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { createDistrict, loadFolder } from '../../src/modules/registry/index.ts'
import { modules } from '../../src/modules.ts'
import { openPostgres } from '../../src/platform/postgres/postgres.ts'
import { type Row, readSpreadsheet, readsAs } from '../../src/platform/spreadsheets/index.ts'
import { sheets } from '../../src/sheets.ts'
import { openOn } from './house.ts'
import { timed } from './timing.ts'

const [kind, folder = '', data = '', district = ''] = process.argv.slice(2)
let rows = 0
const ms = kind === 'load' ? await load() : await copy()
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
process.stdout.write(JSON.stringify({ ms, rows, peak }))

async function load(): Promise<number> {
  const house = await openOn(data)
  try {
    const { services } = house
    const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
    await services.database.write(null, (tx) =>
      createDistrict(tx, { code: district, name: district }, { master: services.master, seeds }),
    )
    return await timed(async () => {
      const answer = await loadFolder(services, district, folder, { sheets, seeds })
      rows = answer.files.reduce((sum, file) => sum + file.accepted, 0)
    })
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
