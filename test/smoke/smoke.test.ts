/** A new user's first hour, on the PostgreSQL the run was started with. */
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { cloneDatabase } from '../harness/database.ts'
import type { Truth } from '../truth/truth.ts'
import { rost, type Serving, serve } from './rost.process.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const fixtures = join(import.meta.dirname, '../fixtures')
const district = join(fixtures, 'district')
const truth: Truth = JSON.parse(readFileSync(join(fixtures, 'district.truth.json'), 'utf8'))
const password = 'seven unrelated teapots sing'
const email = 'methodist@rost.example'

const dataFolder = await mkdtemp(join(tmpdir(), 'rost-smoke-'))
afterAll(() => rm(dataFolder, { recursive: true, force: true }))
const database = await cloneDatabase()
const home = {
  DATABASE_URL: database.appUrl,
  DATABASE_MIGRATOR_URL: database.migratorUrl,
  ROST_DATA: dataFolder,
}

describe('a folder of spreadsheets', () => {
  test('before it, commands about a district say what to do first', async () => {
    const { code, why } = await rost(['indicators', '--date', '2025-12-31'], home)
    expect([code, why]).toEqual([2, expect.stringContaining('load an exchange folder first')])
  })

  test('is loaded: what was refused is told by row, and the exit code says so', async () => {
    const { code, stdout, why } = await rost(['load', district, '--json'], home)
    expect([code, why]).toEqual([1, 'loaded, but something was refused'])
    const { files, unread } = JSON.parse(stdout)
    expect(unread).toEqual([])
    const staff = files.find((one: { file: string }) => one.file === 'staff.xlsx')
    expect(Object.keys(staff)).toEqual([
      'file',
      'sheet',
      'rows',
      'accepted',
      'updated',
      'unchanged',
      'duplicates',
      'duplicateRows',
      'rejected',
      'warnings',
      'ignoredColumns',
    ])
    expect(staff).toMatchObject({
      rows: truth.counts.staff_rows,
      accepted: truth.counts.employments,
      duplicates: truth.counts.staff_duplicates,
      updated: 0,
      unchanged: 0,
    })
    expect(staff.rejected[0]).toEqual({
      row: 2841,
      column: 'СНИЛС',
      code: 'snils_checksum',
      message: expect.stringContaining('SNILS'),
    })
  })

  test('loaded again changes nothing', async () => {
    const { code, stdout } = await rost(['load', district, '--json'], home)
    expect(code).toBe(1)
    const { files } = JSON.parse(stdout)
    expect(files).toHaveLength(11)
    for (const one of files) expect(one).toMatchObject({ updated: 0, unchanged: one.accepted })
  })
})

type Point = { date: string; numerator?: number; denominator?: number; value?: number }
type Slice = { key: string; numerator?: number; denominator?: number; value?: number; series?: Point[] }
type Indicator = Slice & { code: string; slices?: Record<string, Slice[]> }

describe('the indicators', () => {
  const asked = async (...words: string[]): Promise<Indicator[]> => {
    const { code, stdout, stderr } = await rost(['indicators', '--date', truth.date, '--json', ...words], home)
    expect(code, stderr).toBe(0)
    const answer = JSON.parse(stdout)
    expect(answer).toMatchObject({ date: truth.date, period: ['2025-01-01', '2025-12-31'] })
    return answer.indicators
  }
  const pointsOf = (series: readonly Point[] = []) =>
    series.map((p) => (p.numerator === undefined ? [p.date, p.value] : [p.date, p.numerator, p.denominator]))

  test('are those of the truth file, all sixteen', async () => {
    const indicators = await asked()
    expect(indicators.map((one) => one.code)).toEqual(Object.keys(truth.indicators))
    for (const one of indicators) {
      const due = truth.indicators[one.code]
      if (due?.series) expect(pointsOf(one.series), one.code).toEqual(due.series)
      else expect([one.numerator, one.denominator], one.code).toEqual([due?.numerator, due?.denominator])
      expect(one, one.code).not.toHaveProperty('slices')
    }
  })

  test('--by slices those that have the slice, --code chooses', async () => {
    const [organisations, subjects] = await Promise.all([
      asked('--by', 'organisation'),
      asked('--by', 'subject', '--code', 'P02,P16'),
    ])
    expect(subjects.map((one) => one.code)).toEqual(['P02', 'P16'])
    for (const [slice, indicators] of Object.entries({ organisation: organisations, subject: subjects })) {
      let sliced = 0
      for (const one of indicators) {
        const due = truth.indicators[one.code]?.slices?.[slice]
        if (due === undefined) continue
        sliced++
        const rows = one.slices?.[slice] ?? []
        const found = rows.map((row) => [
          row.key,
          row.series ? Object.fromEntries(row.series.map((p) => [p.date, p.value])) : [row.numerator, row.denominator],
        ])
        expect(Object.fromEntries(found), `${one.code} by ${slice}`).toEqual(due)
      }
      expect(sliced, slice).toBeGreaterThan(0)
    }
  })
})

describe('the note', () => {
  test.for([
    ['docx', 'PK'],
    ['pdf', '%PDF'],
    ['xlsx', 'PK'],
  ] as const)('%s is written where it was asked for', async ([format, begin]) => {
    const file = join(dataFolder, `note.${format}`)
    const { code, stdout, stderr } = await rost(['report', 'monitoring', '--date', truth.date, '--out', file], home)
    expect([code, stdout], stderr).toEqual([0, `${file}\n`])
    expect(readFileSync(file).subarray(0, begin.length).toString()).toBe(begin)
  })
})

describe.concurrent('what cannot be done ends with 2, and the last line says why', () => {
  test.for<[what: string, words: readonly string[], why: RegExp, environment?: Record<string, string>]>([
    ['an unknown command', ['indicator'], /"indicator"/],
    ['no date', ['indicators'], /--date/],
    ['an unknown indicator', ['indicators', '--date', '2025-12-31', '--code', 'P01,P99'], /--code: .*P99/],
    ['a folder that is not there', ['load', '/nonexistent/folder'], /\/nonexistent\/folder/],
    [
      'nobody at DATABASE_URL',
      ['doctor'],
      /DATABASE_URL.*ECONNREFUSED/,
      { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' },
    ],
  ])('%s', async ([, words, why, environment = {}]) => {
    const done = await rost(words, { ...home, ...environment })
    expect([done.code, done.why], done.stderr).toEqual([2, expect.stringMatching(why)])
    expect(done.stdout).toBe('')
    expect(done.stderr).not.toMatch(/^\s+at /m)
  })
})

describe('accounts', () => {
  test('a user gets a one-time link', async () => {
    const { code, stdout } = await rost(['user', 'add', '--email', 'link@rost.example', '--role', 'admin'], {
      ...home,
      ROST_URL: 'https://rost.example',
    })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^https:\/\/rost\.example\/sign-in\/link#[\w-]{20,}\n$/)
  })

  test('or a password from stdin, and then no link; the password is shown nowhere', async () => {
    const words = ['user', 'add', '--email', email, '--role', 'methodist', '--password']
    const { code, stdout, stderr } = await rost(words, home, { stdin: `${password}\n` })
    expect([code, stdout, stderr]).toEqual([0, '', ''])
    const short = await rost(words, home, { stdin: 'short\n' })
    expect([short.code, short.why]).toEqual([2, expect.stringMatching(/password/i)])
  })
})

test('the doctor says what it looked at', async () => {
  const { code, stdout } = await rost(['doctor', '--json'], home)
  expect(code).toBe(0)
  const { findings } = JSON.parse(stdout)
  const checks = findings.map((one: { check: string }) => one.check)
  expect(checks).toEqual(['database', 'journal', 'rights', 'secret', 'clock', 'storage', 'mail', 'jobs', 'backups'])
  expect(findings[0]).toMatchObject({ state: 'ok', says: expect.stringContaining('(outside)') })
})

describe('the server', () => {
  let server: Serving
  let token = ''
  let cookie = ''
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.address}${path}`, { headers })

  beforeAll(async () => {
    const made = await rost(['token', 'create', '--email', email], home)
    expect(made.code, made.stderr).toBe(0)
    token = made.stdout.trim()
    server = await serve({ ...home, LOG_LEVEL: 'info' })
  })
  afterAll(() => server?.child.kill('SIGKILL'))

  test('prints one line, its address', () => {
    expect(server.stdout()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/)
  })

  test('lives, is ready, shows metrics and describes itself', async () => {
    expect((await get('/healthz')).status).toBe(200)
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' })
    expect(await (await get('/metrics')).text()).toContain('rost_http_request_seconds_bucket')
    expect(await (await get('/api/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' })
  })

  test('lets in with the password, and not with another', async () => {
    const signIn = (typed: string) =>
      fetch(`${server.address}/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: typed }),
      })
    expect((await signIn('not the password')).status).toBe(401)
    const reply = await signIn(password)
    expect(reply.status).toBe(201)
    cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await (await get('/api/me', { cookie })).json()).toMatchObject({ email, district: { code: 'district' } })
    expect((await get('/api/me')).status).toBe(401)
  })

  test('tells who is behind a cell, with the fact, file and row, to cookie and token alike', async () => {
    const [key, cell] =
      Object.entries(truth.indicators.P02?.slices?.subject ?? {}).find(
        ([, figures]) => Array.isArray(figures) && figures[0] > 2,
      ) ?? expect.unreachable()
    const path = `/api/indicators/P02/members?date=${truth.date}&slice=subject&key=${encodeURIComponent(key)}`
    const [byCookie, byToken] = await Promise.all([
      get(path, { cookie }),
      get(path, { authorization: `Bearer ${token}` }),
    ])
    const members = await byCookie.json()
    const [counted, all] = cell as [number, number]
    expect(members).toMatchObject({ subject: 'person', total: counted, parts: { counted, rest: all - counted } })
    expect({ ...(await byToken.json()), countedAt: '' }).toEqual({ ...members, countedAt: '' })
    expect(members.items).toHaveLength(counted)
    for (const { label, organisation, facts } of members.items) {
      expect(label).toMatch(/^[А-ЯЁ][а-яё-]+ [А-ЯЁ]/)
      expect(organisation).toMatchObject({ code: expect.any(String), name: expect.any(String) })
      const sources = facts.map(({ source }: { source: { file: string } | null }) => source)
      expect(sources).toContainEqual({
        load: expect.any(Number),
        file: 'diagnostics.csv',
        sheet: null,
        row: expect.any(Number),
      })
      expect(sources).toContainEqual(expect.objectContaining({ file: 'staff.xlsx', sheet: 'Сотрудники' }))
    }
  })

  test('counts an indicator of the district by its code; without one it answers the sixteen', async () => {
    const body = { kind: 'count', subject: 'person', of: { term: 'pedagogue' }, slices: [] }
    const reply = await fetch(`${server.address}/api/indicator-definitions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ code: 'OWN', titleRu: 'Педагоги', titleEn: 'Pedagogues', validFrom: '2020-01-01', body }),
    })
    expect(reply.status).toBe(201)
    const ask = async (...words: string[]): Promise<{ code: string }[]> =>
      JSON.parse((await rost(['indicators', '--date', truth.date, '--json', ...words], home)).stdout).indicators
    expect((await ask()).map(({ code }) => code)).toEqual(Object.keys(truth.indicators))
    expect(await ask('--code', 'OWN')).toMatchObject([{ code: 'OWN', kind: 'count' }])
  })

  test('writes neither passwords, tokens nor cookies to its log', () => {
    const log = server.stderr()
    expect(log).toContain('/api/sign-in')
    for (const secret of [password, token, cookie.split('=')[1] ?? '?']) expect(log).not.toContain(secret)
  })

  test('refuses a port that is taken', async () => {
    const { port } = new URL(server.address)
    const { code, why } = await rost(['serve', '--port', port], home)
    expect([code, why]).toEqual([2, expect.stringContaining(port)])
  })

  test('at SIGTERM takes no more, finishes what is under way and leaves; a client that dawdles cannot hold it', async () => {
    const { hostname, port } = new URL(server.address)
    const dawdler = connect(Number(port), hostname).on('error', () => {})
    dawdler.write(
      'POST /api/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    )
    const wall = new pg.Client({ connectionString: database.migratorUrl })
    await wall.connect()
    const waiting = async (): Promise<number> => {
      const { rowCount } = await wall.query(
        'select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())',
      )
      return rowCount ?? 0
    }
    await wall.query('begin; lock table registry.organisation in exclusive mode')
    const underWay = fetch(`${server.address}/api/organisations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'ПОСЛЕДНЯЯ', name: 'Последняя', type: 'school' }),
    })
    await vi.waitUntil(async () => (await waiting()) === 1, { timeout: 10_000 })

    const began = performance.now()
    server.child.kill('SIGTERM')
    const ready = () =>
      get('/readyz').then(
        (reply) => reply.status === 200,
        () => false,
      )
    await vi.waitUntil(async () => !(await ready()), { timeout: 30_000 })
    expect(server.child.exitCode).toBeNull()
    await wall.query('commit')
    await wall.end()

    const reply = await underWay
    expect([reply.status, await reply.json()]).toEqual([201, expect.objectContaining({ code: 'ПОСЛЕДНЯЯ' })])
    expect(await server.ended).toBe(0)
    expect(performance.now() - began).toBeLessThan(30_000)
    expect(server.stderr()).not.toMatch(/"level":(50|60)/)
  })
})
