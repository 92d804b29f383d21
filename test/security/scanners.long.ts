/** sqlmap and wapiti (of Debian) against a server with a district in it, signed in as somebody who may everything. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES } from '../../src/access-matrix.ts'
import { modules } from '../../src/modules.ts'
import { makeActor, makeWorld, type World } from '../access/world.ts'
import { openTestHouse } from '../harness/house.ts'

const house = await openTestHouse()
const folder = await mkdtemp(join(tmpdir(), 'rost-scanners-'))
let address = ''
let world: World
let headers: Readonly<Record<string, string>> = {}

beforeAll(async () => {
  world = await makeWorld(house)
  headers = (await makeActor(world, ROLES)).headers
  address = await house.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs a program to its end; what it said. */
function run(program: string, words: readonly string[], limitMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: folder, env: { ...process.env, HOME: folder }, timeout: limitMs })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        said += part
      })
    child.once('error', reject).once('close', () => resolve(said))
  })
}

type Schema = { readonly type?: string; readonly enum?: readonly unknown[]; readonly format?: string }
type Parameter = { readonly name?: string; readonly in?: string; readonly schema?: Schema }

/** Every reading address with something to say behind the question mark, each with a value that is taken. */
async function addresses(): Promise<string[]> {
  const description = (await house.app.inject('/api/openapi.json')).json()
  return modules
    .flatMap(({ routes }) => routes)
    .filter(({ kind, contract }) => kind === 'query' && contract.method === 'get')
    .flatMap(({ contract }) => {
      const parameters: readonly Parameter[] = description.paths[contract.path].get.parameters
      const asked = parameters.filter((one) => one.in === 'query')
      const path = contract.path.replace('{code}', world.here.indicator).replace(/\{\w+\}/g, '1')
      const query = new URLSearchParams(asked.map(({ name = '', schema = {} }) => [name, takenValue(name, schema)]))
      return asked.length === 0 ? [] : [`${address}${path}?${query}`]
    })
}

function takenValue(name: string, { type, enum: among, format }: Schema): string {
  if (among?.[0] !== undefined) return String(among[0])
  if (type === 'integer' || type === 'number') return '1'
  return format === 'date' || /on$|date/i.test(name) ? '2026-01-31' : 'a'
}

/** Its last word: on the way it suspects and takes back. */
const FOUND = /identified the following injection point|is vulnerable/

describe.skipIf(!existsSync('/usr/bin/sqlmap'))('sqlmap', () => {
  test('finds nothing to inject into any address', async () => {
    const urls = await addresses()
    expect(urls.length).toBeGreaterThan(25)
    for (const url of urls) {
      const said = await run(
        'sqlmap',
        [...SQLMAP, '-u', url, '-H', `Authorization: ${headers['authorization']}`],
        600_000,
      )
      // Said only by a run that tried: one that could not reach the address ends without.
      expect(said, url).toMatch(/all tested parameters do not appear to be injectable/)
      expect(said, url).not.toMatch(FOUND)
    }
  })

  test('nor into the body of signing in', async () => {
    const body = '{"email":"a@rost.example","password":"b"}'
    const words = ['-u', `${address}/api/sign-in`, '--data', body, '-H', 'Content-Type: application/json']
    const said = await run('sqlmap', [...SQLMAP, '--ignore-code=401,429', ...words], 600_000)
    expect(said).not.toMatch(FOUND)
  })
})

/** Every technique but stacked time; what a first look of a stranger would try, and somewhat more. */
const SQLMAP = [
  '--batch',
  '--flush-session',
  '--disable-coloring',
  '--dbms=PostgreSQL',
  '--level=2',
  '--risk=2',
  '--technique=BEUQ',
  '--threads=4',
  '--ignore-code=404,422',
]

type Finding = { readonly info: string }

/** It is 0 on purpose: the filter it would switch on is gone from browsers, and was a hole of its own. */
const KNOWN = /^X-XSS-Protection is not set$/

describe.skipIf(!existsSync('/usr/bin/wapiti'))('wapiti', () => {
  test('finds nothing', async () => {
    const report = join(folder, 'report.json')
    const starts = (await addresses()).flatMap((url) => ['-s', url])
    const words = [
      ...['-u', `${address}/`, ...starts, '-H', `Authorization: ${headers['authorization']}`],
      ...['-m', 'sql,blindsql,xss,permanentxss,xxe,ssrf,csrf,cookieflags,http_headers,csp,redirect,file,exec,crlf'],
      ...['-f', 'json', '-o', report, '--scope', 'domain', '--flush-session', '-v', '0', '--no-bugreport'],
      ...['--max-scan-time', '600', '--max-attack-time', '120', '-d', '3'],
    ]
    const said = await run('wapiti', words, 900_000)
    const { vulnerabilities, anomalies } = JSON.parse(await readFile(report, 'utf8').catch(() => `"${said}"`))
    const found = Object.values<Finding[]>(vulnerabilities)
      .flat()
      .filter(({ info }) => !KNOWN.test(info))
    expect(found, JSON.stringify(found).slice(0, 3_000)).toEqual([])
    expect(anomalies['Internal Server Error'] ?? []).toEqual([])
  })
})
