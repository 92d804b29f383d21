/** A copy with other names: nobody of the district is in it, what is counted stays, and one can work with it. */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDistrictKey } from '../../src/modules/registry/districts/district.creation.ts'
import { findDistrictKey } from '../../src/modules/registry/districts/district.key.ts'
import { parseSnils } from '../../src/modules/registry/exchange/snils.ts'
import { masterOf } from '../../src/platform/master.key.ts'
import { addActor } from '../harness/actors.ts'
import { cloneDatabase } from '../harness/database.ts'
import { openSampleHouse } from '../harness/district.ts'
import { rostHere } from '../smoke/rost.here.ts'
import { rost, serve } from '../smoke/rost.process.ts'

const house = await openSampleHouse()
const { services, district } = house
const { settings } = services
const scratch = await mkdtemp(join(tmpdir(), 'rost-training-'))
afterAll(() => rm(scratch, { recursive: true, force: true }))
const file = join(scratch, 'training.rost')

const here = {
  DATABASE_URL: settings.databaseUrl ?? '',
  DATABASE_MIGRATOR_URL: settings.migratorUrl ?? '',
  ROST_DATA: house.dataFolder,
  ROST_SECRET: settings.secret ?? '',
}
let there: typeof here

async function query<R extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<R>(text, values)).rows
  } finally {
    await client.end()
  }
}

const CARDS = `select id, surname, given_name as given, patronymic, birth_on::text as birth, sex, sealed_snils as sealed, snils_hash as hash
  from registry.person order by id`
type Card = {
  readonly id: string
  readonly surname: string
  readonly given: string
  readonly patronymic: string | null
  readonly birth: string
  readonly sex: string | null
  readonly sealed: Buffer | null
  readonly hash: Buffer | null
}
let cards: readonly Card[]

const told = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')
const ADDRESS = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
/** Sealed or hashed: looked into apart. */
const BYTES = /\\\\x[0-9a-f]+/g
const NUMBER = /\d{3}-?\d{3}-?\d{3}[ -]?\d{2}/g
const digits = (number: string): string => number.replace(/\D/g, '')

const password = 'a long enough password of a trainer'

beforeAll(async () => {
  await addActor(house, [{ tenant: district.tenant, role: 'methodist' }])
  cards = await query<Card>(here.DATABASE_MIGRATOR_URL, CARDS)
  const card = cards[0] ?? expect.unreachable()
  const name = `${card.surname} ${card.given}`
  // What people type where names do not belong, and a card that was married.
  await query(here.DATABASE_MIGRATOR_URL, `update activities.event set title = $1`, [`Мастер-класс (${name})`])
  await query(
    here.DATABASE_MIGRATOR_URL,
    `update registry.classifier_value set label = $1, key = $2 where id = (select max(id) from registry.classifier_value)`,
    [`Центр ${name}`, `центр ${told(name)}`],
  )
  await query(here.DATABASE_MIGRATOR_URL, `update registry.source set file = $1`, [`${name}.xlsx`])
  await query(
    here.DATABASE_MIGRATOR_URL,
    `insert into registry.person_surname (tenant_id, person_id, key) values ($1, $2, 'прежняя')`,
    [district.tenant, card.id],
  )
  await query(
    here.DATABASE_MIGRATOR_URL,
    `update registry.employment set email = 'hers@school.example' where person_id = $1`,
    [card.id],
  )
  const made = await rost(['training-copy', file, '--json'], here)
  expect(made.code, made.stderr).toBe(0)
  const secretFile = `${file}.secret`
  expect(JSON.parse(made.stdout)).toMatchObject({ file, secretFile })
  expect((await stat(secretFile)).mode & 0o777).toBe(0o600)
  const { migratorUrl, appUrl } = await cloneDatabase()
  there = {
    DATABASE_URL: appUrl,
    DATABASE_MIGRATOR_URL: migratorUrl,
    ROST_DATA: await mkdtemp(join(scratch, 'data-')),
    ROST_SECRET: (await readFile(secretFile, 'utf8')).trim(),
  }
  const restored = await rost(['restore', file], there)
  expect(restored, restored.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining('a training copy') })
}, 180_000)

test('nobody of the district is in it: no name, number or address anywhere, sealed values opened', async () => {
  const key = await findDistrictKey(services.database.reader(null), services.master, district.tenant)
  const pairs = new Set(cards.flatMap(({ surname, given }) => [`${surname} ${given}`, `${given} ${surname}`]).map(told))
  const numbers = new Set(
    cards.flatMap(({ sealed }) => (sealed === null ? [] : [key.open(sealed, 'snils').toString()])),
  )
  const texts = async (url: string) => {
    const tables = await query<{ name: string }>(
      url,
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`,
    )
    expect(tables.length).toBeGreaterThan(60)
    const all: { table: string; text: string }[] = []
    for (const { name } of tables)
      for (const { text } of await query<{ text: string }>(url, `select t::text as text from ${name} t`))
        all.push({ table: name, text: text.replace(BYTES, '') })
    return all
  }
  const traces = (all: { table: string; text: string }[], addresses: ReadonlySet<string>): Set<string> => {
    const found = new Set<string>()
    for (const { table, text } of all) {
      const words = told(text).match(/\p{L}+(?:-\p{L}+)*/gu) ?? []
      words.forEach((word, i) => {
        if (pairs.has(`${word} ${words[i + 1]}`)) found.add(`${table}: ${word} ${words[i + 1]}`)
      })
      for (const number of text.match(NUMBER) ?? []) if (numbers.has(digits(number))) found.add(`${table}: a number`)
      for (const address of text.match(ADDRESS) ?? []) if (addresses.has(address)) found.add(`${table}: ${address}`)
    }
    return found
  }
  const before = await texts(here.DATABASE_MIGRATOR_URL)
  const addresses = new Set(before.flatMap(({ text }) => text.match(ADDRESS) ?? []))
  expect(addresses.size).toBeGreaterThan(1)
  // The search finds them where they are.
  expect(traces(before, addresses).size).toBeGreaterThan(100)
  expect([...traces(await texts(there.DATABASE_MIGRATOR_URL), addresses)]).toEqual([])

  const after = await query<Card>(there.DATABASE_MIGRATOR_URL, CARDS)
  const [kept] = await query<{ wrapped: Buffer }>(
    there.DATABASE_MIGRATOR_URL,
    'select wrapped from platform.master_key',
  )
  const master = masterOf(kept?.wrapped ?? Buffer.alloc(0), Buffer.from(there.ROST_SECRET)) ?? expect.unreachable()
  const [made] = await query<{ id: number; name: string; wrappedKey: Buffer }>(
    there.DATABASE_MIGRATOR_URL,
    'select id, name, wrapped_key as "wrappedKey" from registry.district',
  )
  expect(made?.name).toMatch(/\(учебная копия\)$/)
  const newKey = openDistrictKey(master, made ?? expect.unreachable())
  expect(after.map(({ id }) => id)).toEqual(cards.map(({ id }) => id))
  for (const [i, card] of after.entries()) {
    const old = cards[i]
    expect(card).toMatchObject({ sex: old?.sex })
    expect(card.patronymic === null).toBe(old?.patronymic === null)
    expect(card.birth.slice(0, 7)).toBe(old?.birth.slice(0, 7))
    expect(card.birth).not.toBe(old?.birth)
    if (card.patronymic !== null && card.sex !== null)
      expect(card.patronymic).toMatch(card.sex === 'female' ? /на$/ : /ич$/)
    expect(card.sealed === null).toBe(old?.sealed === null)
    if (card.sealed === null) continue
    const number = newKey.open(card.sealed, 'snils').toString()
    expect(parseSnils(number)).toBe(number)
    expect(numbers.has(number)).toBe(false)
    expect(card.hash).toEqual(newKey.hash(number))
  }
  const [doors] = await query<{ open: number }>(
    there.DATABASE_MIGRATOR_URL,
    `select (select count(*) from identity.session) + (select count(*) from identity.api_token)
      + (select count(*) from identity.totp) + (select count(*) from identity.account where password_hash is not null) as open`,
  )
  expect(Number(doors?.open)).toBe(0)
}, 120_000)

test.each(['2025-06-30', '2025-12-31'])(
  'the indicators of %s are those of the district',
  async (date) => {
    const figures = ['indicators', '--date', date, '--json']
    const [one, other] = [await rost(figures, here), await rost(figures, there)]
    expect(JSON.stringify(one.stdout).length).toBeGreaterThan(1000)
    expect(other.stdout).toBe(one.stdout)
  },
  60_000,
)

test('one works with it: an account is added, signs in, and reads people and loads; doctor finds nothing', async () => {
  const added = await rost(['user', 'add', '--email', 't@copy.example', '--role', 'methodist', '--password'], there, {
    stdin: `${password}\n`,
  })
  expect(added.code, added.stderr).toBe(0)
  const server = await serve(there)
  try {
    const signed = await fetch(`${server.address}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.address },
      body: JSON.stringify({ email: 't@copy.example', password }),
    })
    expect(signed.status, await signed.clone().text()).toBeLessThan(300)
    const cookie = signed.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const ask = async (path: string) => {
      const reply = await fetch(`${server.address}${path}`, { headers: { cookie } })
      expect(reply.status, path).toBe(200)
      return await reply.json()
    }
    const { items } = await ask('/api/people?size=50')
    expect(items.length).toBeGreaterThan(10)
    await ask(`/api/people/${cards[0]?.id}`)
    const loads = await ask('/api/loads')
    expect(loads.items.length).toBeGreaterThan(0)
    await ask(`/api/loads/${loads.items[0].id}`)
    await ask('/api/organisations')
  } finally {
    await server.stop()
  }
  const doctor = await rost(['doctor'], there)
  expect(doctor.code, doctor.stdout).toBe(0)
}, 120_000)

test('a file that is there stays, the own secret does not open it, and a real backup says nothing of names', async () => {
  expect(await rostHere(['training-copy', file], here)).toMatchObject({
    code: 2,
    why: expect.stringContaining('there already'),
  })
  expect(await rostHere(['backup', '--check', file], here)).toMatchObject({
    code: 2,
    why: expect.stringContaining('another secret'),
  })
})
