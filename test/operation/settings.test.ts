/** What an operator is given to copy from: settings, units, rules. Nothing missing, nothing made up. */
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { createPool } from '../../src/platform/db/pools.ts'
import { readSettings, SECRET_SETTINGS, SETTINGS } from '../../src/platform/env.ts'
import { createLog } from '../../src/platform/log.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { openTestHouse } from '../harness/house.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const folder = await mkdtemp(join(tmpdir(), 'rost-settings-'))
afterAll(() => rm(folder, { recursive: true }))

/** Names that a text sets, and what to. */
const setIn = (text: string): [name: string, value: string][] =>
  [...text.matchAll(/^#?([A-Z][A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value])

const examples = setIn(read('.env.example'))

describe('.env.example', () => {
  test('has every setting, once, and no other', () => {
    expect(examples.map(([name]) => name).sort()).toEqual([...SETTINGS].sort())
  })

  test('its values are taken, and those behind a comment sign are what is set without', () => {
    const shown = Object.fromEntries(examples.filter(([name]) => name !== 'ROST_PROVIDERS'))
    const taken = readSettings(shown)
    const bare = readSettings({})
    for (const key of ['port', 'host', 'dataFolder', 'logLevel', 'proxies'] as const)
      expect(taken[key], key).toEqual(bare[key])
    expect(taken.publicUrl).toMatch(/^https:/)
  })

  test('names the secrets that may stand in files', () => {
    for (const name of SECRET_SETTINGS) expect(read('.env.example').split('\n').slice(0, 6).join(' ')).toContain(name)
  })
})

describe('secrets in files', () => {
  const secret = 'a secret of more than thirty-two characters'
  const fileOf = async (text: string): Promise<string> => {
    const file = join(folder, crypto.randomUUID())
    await writeFile(file, text)
    return file
  }

  test('are read as if they were set, without the end of the line', async () => {
    const smtp = 'smtp://u:p@mail.example'
    const settings = readSettings({
      ROST_SECRET_FILE: await fileOf(`${secret}\n`),
      SMTP_URL_FILE: await fileOf(`${smtp}\n`),
    })
    expect([settings.secret, settings.smtpUrl]).toEqual([secret, smtp])
  })

  test('of providers too', async () => {
    const provider = { code: 'r', name: { ru: 'Р', en: 'R' }, issuer: 'https://id.example', clientId: 'c' }
    const settings = readSettings({
      ROST_PROVIDERS: await fileOf(JSON.stringify([{ ...provider, secretFrom: 'REGION_SECRET' }])),
      REGION_SECRET_FILE: await fileOf('hidden\n'),
    })
    expect(settings.signInProviders[0]?.secret).toBe('hidden')
  })

  test('that are not there, empty, too short or said twice stop the start with a line without a value', async () => {
    const short = await fileOf('tiny')
    const cases: readonly (readonly [Record<string, string>, RegExp])[] = [
      [{ ROST_SECRET_FILE: '/nowhere/secret' }, /ROST_SECRET_FILE: \/nowhere\/secret cannot be read$/],
      [{ ROST_SECRET_FILE: await fileOf('\n') }, /ROST_SECRET_FILE: the file is empty$/],
      [{ ROST_SECRET_FILE: short }, /^settings: ROST_SECRET: must have at least 32 characters$/],
      [{ ROST_SECRET: secret, ROST_SECRET_FILE: short }, /ROST_SECRET and ROST_SECRET_FILE are both set/],
    ]
    for (const [environment, message] of cases) expect(() => readSettings(environment)).toThrow(message)
  })
})

test('nginx keeps no addresses, which hold names and secrets, and leads pages alone from http on', () => {
  const servers = read('deploy/nginx.conf')
    .split(/^server \{$/m)
    .slice(1)
  expect(servers).toHaveLength(2)
  for (const server of servers) expect(server).toContain('access_log off;')
  const [clear = ''] = servers
  expect(clear).toContain('location /api/ { return 404; }')
  expect(clear.match(/return 301/g)).toHaveLength(1)
  expect(clear).toContain('location / { return 301 https://$host$request_uri; }')
})

test('who is believed about the address of a client is a list of addresses and networks', () => {
  expect(readSettings({ ROST_PROXIES: '10.0.0.5, fd00::/8,loopback' }).proxies).toEqual([
    '10.0.0.5',
    'fd00::/8',
    'loopback',
  ])
  for (const wrong of ['proxy', '10.0.0.5/33', '300.1.1.1', '10.0.0.0/8,', 'true', '*'])
    expect(() => readSettings({ ROST_PROXIES: wrong }), wrong).toThrow(/ROST_PROXIES: must be addresses or networks/)
})

describe('files for deployment', () => {
  test('set nothing that is no setting', () => {
    const known = new Set([...SETTINGS, ...SECRET_SETTINGS.map((name) => `${name}_FILE`)])
    for (const name of ['NODE_COMPILE_CACHE', 'KEEP_DAYS', 'ROST', 'ROST_UPSTREAM']) known.add(name)
    const used = globSync('deploy/*', { cwd: root }).flatMap((file) =>
      [...read(file).matchAll(/\b((?:ROST|DATABASE|SMTP|NODE|KEEP)_[A-Z_]+)\b/g)].map(([, name = '']) => [file, name]),
    )
    expect(used.length).toBeGreaterThan(10)
    for (const [file, name] of used) expect(known, `${file}: ${name}`).toContain(name)
  })

  test('start the program as a checkout does', () => {
    const [, heap = 'no heap'] = /^heap=(\S+)$/m.exec(read('rost')) ?? []
    expect(read('deploy/rost.sh')).toContain(` ${heap} /opt/rost/src/cli.ts`)
  })

  test('the image copies what is there, and every folder the program reads', () => {
    const text = read('deploy/Dockerfile')
    const copied = [...text.matchAll(/^COPY (?!--from)(?:--\S+ )?(.+) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    )
    for (const name of copied) expect(globSync(name, { cwd: root }), name).toHaveLength(1)
    for (const name of ['node_modules', 'dist', 'src', 'db']) expect(text).toContain(`/opt/rost/${name} /opt/rost/`)
  })

  test('every metric the alerts ask for is among those the server shows, with the labels they name', async () => {
    const house = await openTestHouse({ work: true })
    await house.app.inject('/api/me')
    const shown = (await house.app.inject('/metrics')).body
    const expressions = [...read('deploy/alerts.yml').matchAll(/^\s+expr: (.+)$/gm)].map(([, text = '']) => text)
    expect(expressions.length).toBeGreaterThan(10)
    for (const expression of expressions) {
      const metrics = [...expression.matchAll(/\b(rost_\w+)(?:\{([^}]*)\})?/g)]
      if (!expression.includes('up{')) expect(metrics.length, expression).toBeGreaterThan(0)
      for (const [, name = '', labels = ''] of metrics) {
        const lines = shown.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
        expect(lines, `${name} of ${expression}`).not.toEqual([])
        for (const [, label = '', , value = ''] of labels.matchAll(/(\w+)(=~?|!=)"([^"]*)"/g)) {
          const is = labels.includes(`${label}="`) ? `${label}="${value}"` : `${label}="`
          expect(
            lines.some((line) => line.includes(is)),
            `${is} of ${name}`,
          ).toBe(true)
        }
      }
    }
  })
})

/** What a scrape shows, by name and labels. */
function figuresOf(body: string): ReadonlyMap<string, number> {
  const lines = body.split('\n').filter((line) => line.startsWith('rost_'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

test('what the server does by itself stands in its metrics', async () => {
  const house = await openTestHouse({ work: true })
  const figures = async () => figuresOf((await house.app.inject('/metrics')).body)
  const before = await figures()
  expect(before.get('rost_database_up')).toBe(1)
  expect(before.get('rost_jobs{state="failed"}')).toBe(0)
  expect(before.get('rost_journal_unsealed')).toBe(0)
  expect(before.get('rost_data_free_bytes')).toBeGreaterThan(1e6)
  await house.services.database.write(null, (tx) =>
    sql`insert into job.job (name, state) values ('registry-tidy-loads', 'failed')`.execute(tx),
  )
  expect((await figures()).get('rost_jobs{state="failed"}')).toBe(1)
})

test('where no database answers, the metrics say that, and nothing of what it would know', async () => {
  const log = createLog('silent')
  const readPool = createPool({ url: 'postgres://nobody@127.0.0.1:1/none', log, max: 1, statementTimeout: 1_000 })
  const figures = figuresOf(await createMetrics({ readPool }, '/nowhere').print())
  expect(figures.get('rost_database_up')).toBe(0)
  expect(figures.get('rost_process_resident_memory_bytes')).toBeGreaterThan(0)
  for (const name of ['rost_journal_unsealed', 'rost_jobs_late_seconds', 'rost_data_free_bytes'])
    expect(figures.has(name), name).toBe(false)
  await readPool.end()
})
