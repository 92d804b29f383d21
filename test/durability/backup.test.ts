/** The drill: filled, copied, gone, put back, and every table, file and the journal as they were. One story, in this order. */
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schemasOfMigrations } from '../../src/platform/db/migrate.ts'
import { sealJournal } from '../../src/platform/journal/sealing.ts'
import { addActor } from '../harness/actors.ts'
import { cloneDatabase } from '../harness/database.ts'
import { openSampleHouse } from '../harness/district.ts'
import { rostHere } from '../smoke/rost.here.ts'
import { rost, start } from '../smoke/rost.process.ts'
import { startWriters } from './writers.ts'

const house = await openSampleHouse()
const { settings } = house.services
const SECRET = settings.secret ?? ''
const scratch = await mkdtemp(join(tmpdir(), 'rost-backup-'))
afterAll(() => rm(scratch, { recursive: true, force: true }))
const file = join(scratch, 'district.rost')
/** The other machine: the first test puts everything there. */
let there: Place

type Place = { readonly migratorUrl: string; readonly appUrl: string; readonly data: string }

const here: Place = {
  migratorUrl: settings.migratorUrl ?? '',
  appUrl: settings.databaseUrl ?? '',
  data: house.dataFolder,
}

/** A machine where nothing is yet. */
async function newPlace(): Promise<Place> {
  return { ...(await cloneDatabase()), data: await mkdtemp(join(scratch, 'data-')) }
}

const environmentOf = ({ migratorUrl, appUrl, data }: Place, secret = SECRET) => ({
  DATABASE_URL: appUrl,
  DATABASE_MIGRATOR_URL: migratorUrl,
  ROST_DATA: data,
  ROST_SECRET: secret,
})

async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

const query = <R extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<R[]> =>
  withClient(url, async (client) => (await client.query<R>(text, values)).rows)

/** Of every table how many rows it has and a digest of all of them; of sequences where they stand. */
async function pictureOf({ migratorUrl }: Place): Promise<Record<string, string>> {
  const schemas = [...(await schemasOfMigrations()), 'job']
  const tables = await query<{ name: string }>(
    migratorUrl,
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any ($1) and c.relkind = 'r' and (n.nspname <> 'job' or c.relname like 'j%') order by 1`,
    [schemas],
  )
  const picture: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await query<{ is: string }>(
      migratorUrl,
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '') as is from ${name} t`,
    )
    picture[name] = row?.is ?? ''
  }
  const stands = await query<{ name: string; last: string }>(
    migratorUrl,
    `select sequencename as name, last_value::text as last from pg_sequences where schemaname = any ($1) order by 1`,
    [schemas],
  )
  for (const { name, last } of stands) picture[name] = last
  return picture
}

/** Without what the restoring itself has written: its entry of the journal, and the seal of that. */
function apart({ 'platform.journal': journal, 'platform.journal_seal': seals, ...rest }: Record<string, string>) {
  const { journal_id_seq: _, ...others } = rest
  return { others, entries: [journal, seals].map((told) => Number(told?.split(' ')[0])) }
}

const chainOf = ({ migratorUrl }: Place) =>
  query(migratorUrl, `select seq, entry_id, encode(hash, 'hex') as hash from platform.journal_seal order by seq`)

beforeAll(async () => {
  await mkdir(join(here.data, 'uploads/1'), { recursive: true })
  await writeFile(join(here.data, 'uploads/1/one'), randomBytes(3_000_000))
  await writeFile(join(here.data, 'uploads/1/empty'), '')
  await writeFile(join(here.data, 'letters.txt'), 'nobody’s')
  await query(
    here.migratorUrl,
    `insert into job.job (name, data) select name, '{"said": "a\\\\b\\nв"}' from job.queue limit 1`,
  )
  const actor = await addActor(house, [{ tenant: 1, role: 'methodist' }])
  const payload = { code: 'НОВ', name: 'Школа "Новая"\tс\\чертой', type: 'school' }
  expect((await actor.ask('POST', '/api/organisations', { payload })).statusCode).toBe(201)
  await sealJournal(house.services)
  const made = await rost(['backup', file, '--json'], environmentOf(here))
  expect(made.code, made.stderr).toBe(0)
  expect(JSON.parse(made.stdout)).toMatchObject({ file, files: 2 })
  await sealJournal(house.services)
  there = await newPlace()
})

test('everything is back on another machine: tables, sequences, jobs, files, journal', async () => {
  const done = await rost(['restore', file, '--json'], environmentOf(there))
  expect(done.code, done.stderr).toBe(0)
  const [before, after] = [apart(await pictureOf(here)), apart(await pictureOf(there))]
  expect(after.others).toEqual(before.others)
  // Here the entry of the backup, made after its moment; there that of the restoring.
  expect(after.entries).toEqual(before.entries)
  const [chain, restored] = [await chainOf(here), await chainOf(there)]
  expect(chain.length).toBeGreaterThan(1)
  expect(restored.slice(0, -1)).toEqual(chain.slice(0, -1))
  expect((await readdir(there.data, { recursive: true })).filter((name) => name.includes('uploads/1/')).sort()).toEqual(
    ['uploads/1/empty', 'uploads/1/one'],
  )
  expect(await readFile(join(there.data, 'uploads/1/one'))).toEqual(await readFile(join(here.data, 'uploads/1/one')))
  const doctor = await rost(['doctor', '--json'], environmentOf(there))
  expect(doctor.code, doctor.stdout).toBe(0)
  const figures = ['indicators', '--date', '2025-12-31', '--json']
  expect((await rost(figures, environmentOf(there))).stdout).toBe((await rost(figures, environmentOf(here))).stdout)
}, 120_000)

test('the file is closed to others, holds nothing readable, and is checked without a database', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const bytes = await readFile(file)
  for (const word of [SECRET, 'registry.person', 'Школа']) expect(bytes.includes(word)).toBe(false)
  const checked = await rost(['backup', file, '--check'], { ROST_SECRET: SECRET, ROST_DATA: scratch })
  expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('2 files') })
  const empty = await mkdtemp(join(scratch, 'data-'))
  for (const words of [
    ['backup', file, '--check'],
    ['restore', file],
  ]) {
    const { ROST_SECRET: _, ...home } = { ...environmentOf(here), ROST_DATA: empty }
    expect(await rost(words, home)).toMatchObject({ code: 2, why: expect.stringContaining('there is no secret') })
    expect(await readdir(empty)).toEqual([])
  }
})

test('waiting jobs and not one file', async () => {
  const [from, to] = [await newPlace(), await newPlace()]
  await query(from.migratorUrl, `insert into job.job (name, data) select name, '{}' from job.queue limit 1`)
  // Of a server that has run: a kind of jobs the queue made for itself.
  await query(
    from.migratorUrl,
    `insert into job.queue select made.* from job.queue q, jsonb_populate_record(q, '{"name": "its-own"}') made limit 1`,
  )
  await query(from.migratorUrl, `insert into job.job (name, data) values ('its-own', '{"own": true}')`)
  const alone = join(scratch, 'alone.rost')
  expect((await rost(['backup', alone], environmentOf(from))).code).toBe(0)
  const restored = await rost(['restore', alone], environmentOf(to))
  expect(restored.code, restored.stderr).toBe(0)
  expect(await query(to.migratorUrl, 'select data from job.job')).toEqual([{ data: {} }])
})

test('what is no whole backup of ours is refused in one line, and nothing is changed', {
  timeout: 180_000,
}, async () => {
  const before = await pictureOf(there)
  const bytes = await readFile(file)
  const spoilt = async (name: string, content: Uint8Array): Promise<string> => {
    const path = join(scratch, name)
    await writeFile(path, content)
    return path
  }
  const flipped = Buffer.from(bytes)
  flipped[Math.floor(bytes.length / 2)] = (flipped[Math.floor(bytes.length / 2)] ?? 0) ^ 1
  const refused: [string[], string, string?][] = [
    [['restore', file], 'not empty'],
    [['restore', await spoilt('flipped', flipped), '--replace'], 'cut off or damaged'],
    [['restore', join(scratch, 'nowhere'), '--replace'], 'cannot be read (ENOENT)'],
    [['backup', '--check', await spoilt('cut', bytes.subarray(0, bytes.length - 20_000))], 'cut off or damaged'],
    [['backup', '--check', await spoilt('empty', Buffer.alloc(0))], 'no backup of Rost'],
    [['backup', '--check', await spoilt('other', randomBytes(5000))], 'no backup of Rost'],
    [['backup', '--check', file], 'another secret', 'a secret of somebody else, long enough'],
  ]
  for (const [words, why, secret] of refused) {
    const answer = await rostHere(words, environmentOf(there, secret))
    expect(answer, words.join(' ')).toMatchObject({ code: 2, why: expect.stringContaining(why) })
    expect(answer.why.split('\n'), answer.why).toHaveLength(1)
  }
  expect(await pictureOf(there)).toEqual(before)
  expect(await rostHere(['backup', file], environmentOf(there))).toMatchObject({
    code: 2,
    why: expect.stringContaining('there already'),
  })
})

test('copied while others write: none of them notices, and what was acknowledged before is in it', {
  timeout: 180_000,
}, async () => {
  const server = start(['serve', '--port', '0'], environmentOf(there))
  try {
    const address = await new Promise<string>((resolve) => {
      server.stdout?.once('data', (line: Buffer) => resolve(line.toString().trim()))
    })
    await rost(['user', 'add', '--email', 'w@example.org', '--role', 'methodist'], environmentOf(there))
    const token = JSON.parse(
      (await rost(['token', 'create', '--email', 'w@example.org', '--json'], environmentOf(there))).stdout,
    ).token
    const writers = startWriters(address, token, 4)
    await writers.nextAcknowledgement()
    const acknowledged = [...writers.ledger.acknowledged.keys()]
    const busy = join(scratch, 'busy.rost')
    const made = await rost(['backup', busy], environmentOf(there))
    expect(made.code, made.stderr).toBe(0)
    const later = writers.ledger.acknowledged.size
    await writers.stop()
    expect(later).toBeGreaterThan(acknowledged.length)
    expect(writers.ledger).toMatchObject({ wrong: [], unavailable: 0 })
    const taken = await rost(['restore', busy, '--replace'], environmentOf(there))
    expect(taken).toMatchObject({ code: 2, why: expect.stringContaining('stop the server first') })
    const elsewhere = await newPlace()
    expect((await rost(['restore', busy], environmentOf(elsewhere))).code).toBe(0)
    const organisations = 'select code from registry.organisation'
    const codes = (await query<{ code: string }>(elsewhere.migratorUrl, organisations)).map((row) => row.code)
    expect(codes).toEqual(expect.arrayContaining(acknowledged))
    expect((await rost(['doctor'], environmentOf(elsewhere))).code).toBe(0)
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('close', resolve))
  }
})

const UNDER_WAY = `select from pg_stat_activity where application_name = 'rost-restore' and datname = $1
  and query ~* '^(truncate|copy|alter table|create index)'`

test('killed while it puts back: all is as before, and the next try succeeds', { timeout: 120_000 }, async () => {
  const before = await pictureOf(there)
  const under = start(['restore', file, '--replace'], environmentOf(there))
  // From elsewhere: with somebody else connected it would refuse.
  await withClient(here.migratorUrl, async (client) => {
    const name = new URL(there.migratorUrl).pathname.slice(1)
    const isUnder = async (): Promise<boolean> => (await client.query(UNDER_WAY, [name])).rowCount === 1
    await expect.poll(isUnder, { timeout: 30_000, interval: 1 }).toBe(true)
  })
  under.kill('SIGKILL')
  await new Promise((resolve) => under.once('close', resolve))
  expect(await pictureOf(there)).toEqual(before)
  expect((await rost(['restore', file, '--replace'], environmentOf(there))).code).toBe(0)
  expect(apart(await pictureOf(there)).others).toEqual(apart(await pictureOf(here)).others)
})
