/** The product in a process of its own, which hundreds of mutated files are sent to. */

import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, vi } from 'vitest'
import type { LoadAnswer } from '../../src/modules/registry/index.ts'
import { cloneDatabase } from '../harness/database.ts'
import { rost, serve } from '../smoke/rost.process.ts'
import { owed, read, silentlyRepaired } from './accounts.ts'
import { good } from './files.ts'
import type { Mutated } from './mutated.files.ts'

/** Of the server, whatever it is sent. */
const MEGABYTES_MOST = 512
/** Of processor time, for files that are sent together; longer ones are sent one by one to find whose fault it is. */
const SECONDS_MOST = 15
const PATIENCE_MS = 120_000
const TICKS_A_SECOND = 100

type Way = { readonly what: string; readonly query: string }
const WAYS = {
  plain: { what: 'as it is', query: '' },
  profile: { what: 'through a profile', query: '?profile=usual' },
  compared: { what: 'compared through a profile', query: '?profile=usual&compare=yes' },
} as const satisfies Readonly<Record<string, Way>>

type Ended = { readonly answer: LoadAnswer | null; readonly seconds: number }

export async function openSending() {
  const root = await mkdtemp(join(tmpdir(), 'rost-mutated-'))
  const database = await cloneDatabase()
  const home = {
    DATABASE_URL: database.appUrl,
    DATABASE_MIGRATOR_URL: database.migratorUrl,
    ROST_DATA: join(root, 'data'),
  }
  const folderOf = async (name: string, files: readonly Pick<Mutated, 'name' | 'bytes'>[]): Promise<string> => {
    const folder = join(root, name)
    await mkdir(folder, { recursive: true })
    for (const file of files) await writeFile(join(folder, file.name), file.bytes)
    return folder
  }
  const first = await rost(['load', await folderOf('first', [good])], home)
  expect(first.code, first.stderr).toBe(0)
  const email = 'methodist@rost.example'
  await rost(['user', 'add', '--email', email, '--role', 'methodist'], home)
  const token = await rost(['token', 'create', '--email', email], home)
  const headers = { authorization: `Bearer ${token.stdout.trim()}` }
  const server = await serve(home)
  afterAll(async () => {
    server.child.kill('SIGKILL')
    await rm(root, { recursive: true, force: true })
  })

  function spent(): number {
    const fields = readFileSync(`/proc/${server.child.pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
  }

  const look = async (id: number) => await (await fetch(`${server.address}/api/loads/${id}`, { headers })).json()

  async function send(files: readonly Mutated[], { what, query }: Way): Promise<Ended> {
    const said = `${what}: ${files.map((file) => file.what).join('\n')}`
    const body = new FormData()
    for (const { name, bytes } of files) body.append('file', new Blob([new Uint8Array(bytes)]), name)
    const before = spent()
    const sent = await vi.waitUntil(
      async () => {
        const reply = await fetch(`${server.address}/api/loads${query}`, { method: 'POST', headers, body })
        // A machine with much else to do: the client would try again as well.
        return reply.status === 503 ? undefined : reply
      },
      { timeout: PATIENCE_MS, interval: 2_000 },
    )
    const load = await sent.json()
    expect(sent.status, `${JSON.stringify(load)} ${said}`).toBe(201)
    const done = await vi.waitUntil(
      async () => {
        const now = await look(load.id)
        return ['done', 'compared', 'failed'].includes(now.state) ? now : undefined
      },
      { timeout: PATIENCE_MS, interval: 200 },
    )
    expect({ state: done.state, fault: done.fault }, said).toMatchObject({ fault: null })
    return { answer: done.answer, seconds: spent() - before }
  }

  /** Sends files one by one where together they took too long: none may. */
  async function sendInTime(files: readonly Mutated[], way: Way): Promise<LoadAnswer | null> {
    const { answer, seconds } = await send(files, way)
    if (seconds > SECONDS_MOST && files.length > 1)
      for (const file of files) expect((await send([file], way)).seconds, file.what).toBeLessThan(SECONDS_MOST)
    return answer
  }

  /** Sends files in these ways; tells how many were read at all and what was wrong. */
  async function sendAll(
    files: readonly Mutated[],
    ways: readonly (keyof typeof WAYS)[],
  ): Promise<{ readable: number; faults: string[] }> {
    const answers = new Map<string, LoadAnswer>()
    for (const way of ways) {
      const answer = await sendInTime(files, WAYS[way])
      if (answer !== null) answers.set(way, answer)
    }
    const plain = answers.get('plain')
    const profiled = answers.get('profile')
    const faults: string[] = []
    let readable = 0
    for (const file of files) {
      const sheets = await read(file)
      if (typeof sheets !== 'string') readable++
      const found = [...answers].flatMap(([way, answer]) =>
        owed(file, sheets, answer).map((fault) => `${way}: ${fault}`),
      )
      if (plain !== undefined && profiled !== undefined) found.push(...silentlyRepaired(file, plain, profiled))
      faults.push(...found.map((fault) => `${fault} | ${file.what}`))
    }
    return { readable, faults }
  }

  /** The same at the command line, where a folder holds them. */
  async function loadAll(name: string, files: readonly Mutated[], words: readonly string[]): Promise<string[]> {
    const folder = await folderOf(name, files)
    const done = await rost(['load', folder, '--json', ...words], home)
    expect([0, 1, 2], done.stderr).toContain(done.code)
    expect(done.stdout + done.stderr).not.toMatch(/^\s+at /m)
    expect(done.peakMb).toBeLessThan(MEGABYTES_MOST)
    const answer: LoadAnswer = JSON.parse(done.stdout)
    const faults: string[] = []
    for (const file of files) {
      const sheets = await read(file)
      faults.push(...owed(file, sheets, answer).map((fault) => `${words.join(' ')}: ${fault} | ${file.what}`))
    }
    return faults
  }

  /** The server is as well as before, and never swelled. */
  async function settle(): Promise<{ seconds: number; megabytes: number }> {
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200)
    expect(server.stderr()).not.toMatch(/"level":(50|60)/)
    const megabytes = server.peakMb()
    expect(megabytes).toBeLessThan(MEGABYTES_MOST)
    return { seconds: spent(), megabytes }
  }

  /** Sends one group after another, each in the next of these ways. */
  async function sendGroups(
    groups: Iterable<readonly Mutated[]>,
    turns: readonly (readonly (keyof typeof WAYS | 'line')[])[],
  ): Promise<{ readable: number; faults: string[] }> {
    const faults: string[] = []
    let readable = 0
    let turn = 0
    for (const files of groups) {
      const ways = turns[turn++ % turns.length] ?? []
      const sent = await sendAll(
        files,
        ways.flatMap((way) => (way === 'line' ? [] : [way])),
      )
      readable += sent.readable
      faults.push(...sent.faults)
      if (ways.includes('line')) faults.push(...(await loadAll(`line-${turn}`, files, ['--profile', 'usual'])))
    }
    return { readable, faults }
  }

  return { sendGroups, settle }
}
