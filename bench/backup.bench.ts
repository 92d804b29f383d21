import { execFile } from 'node:child_process'
import { cpSync, existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { openPostgres } from '../src/platform/postgres/postgres.ts'
import { openBenchHouse, openOn } from './parts/house.ts'
import { cached, root } from './parts/place.ts'
import type { BenchOptions, Report } from './parts/report.ts'
import { spreadOf } from './parts/timing.ts'

const ROWS = 1_700_000
const MOST_ROUNDS = 3

type Done = { readonly seconds: number; readonly rows: number }

/** Everything into one file and out of it into an empty folder, by the commands an operator types, the database's start included. */
export async function backup({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const [from, to, file] = [cached('backup-from'), cached('backup-to'), cached('backup.rost')]
  const { settings, close } = await openBenchHouse('districts')
  await close()
  const secret = settings.secret ?? ''
  await remove(from)
  cpSync(settings.dataFolder, from, { recursive: true })
  const [taking, restoring]: [number[], number[]] = [[], []]
  let rows = 0
  try {
    await enlarge(from)
    for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round++) {
      rmSync(file, { force: true })
      await remove(to)
      taking.push((await rost(['backup', file], from, secret)).seconds)
      const restored = await rost(['restore', file], to, secret)
      restoring.push(restored.seconds)
      rows = restored.rows
    }
    const megabytes = statSync(file).size / 1_000_000
    return [
      {
        title: `Backup and restore of ${(rows / 1_000_000).toFixed(2)} million rows`,
        rows: [
          { what: 'restore into an empty folder', unit: 's', value: spreadOf(restoring), reach: '≤ 60 s' },
          { what: 'backup', unit: 's', value: spreadOf(taking) },
          { what: 'file', unit: 'MB', value: megabytes },
        ],
        notes: ['By ./rost backup and ./rost restore, creating and starting the database included.'],
      },
    ]
  } finally {
    await remove(from)
    await remove(to)
    rmSync(file, { force: true })
  }
}

async function rost(words: readonly string[], data: string, secret: string): Promise<Done> {
  const began = performance.now()
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'src', 'cli.ts'), ...words, '--json'], {
    env: { ...process.env, ROST_DATA: data, ROST_SECRET: secret, LOG_LEVEL: 'error' },
  })
  const { rows }: { rows: number } = JSON.parse(stdout)
  return { seconds: (performance.now() - began) / 1_000, rows }
}

/** The eighteen districts are learning and diagnosed longer than they were, until there are rows enough. */
async function enlarge(folder: string): Promise<void> {
  const house = await openOn(folder)
  const client = new pg.Client({ connectionString: house.migratorUrl })
  await client.connect()
  try {
    await client.query('set row_security = off')
    for (let weeks = 1; (await countRows(client)) < ROWS; weeks++) {
      for (const [table, columns, days] of [
        ['activities.learning', ['programme_id', 'kind', 'form', 'provider_id', 'hours'], ['starts_on', 'ends_on']],
        ['competence.diagnostic_result', ['diagnostic_id', 'area', 'score', 'maximum', 'passed'], ['taken_on']],
      ] as const) {
        const same = ['tenant_id', 'person_id', ...columns].join(', ')
        await client.query(
          `insert into ${table} (${same}, ${days.join(', ')})
          select ${same}, ${days.map((day) => `${day} - ${1_000 * weeks}`).join(', ')} from ${table}
          where ${days[0]} > '2015-01-01' on conflict do nothing`,
        )
      }
      await client.query('analyze activities.learning, competence.diagnostic_result')
    }
  } finally {
    await client.end()
    await house.close()
  }
}

async function countRows(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    `select coalesce(sum(greatest(reltuples, 0)), 0)::float8 as rows from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'job')`,
  )
  return rows[0]?.rows ?? 0
}

async function remove(folder: string): Promise<void> {
  if (!existsSync(folder)) return
  const server = await openPostgres({ dataFolder: folder, log: () => {} }).catch(() => undefined)
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}
