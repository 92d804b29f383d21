import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { clearPlaces, makeFolder } from './place.fixture.ts'
import { isServerOf, readServer, removeStaleFile } from './postmaster.ts'

const processes: ChildProcess[] = []

afterAll(async () => {
  for (const process of processes) process.kill('SIGKILL')
  await clearPlaces()
})

/** A process with a command line of our choice that only waits. */
function pretend(argv0: string, args: string[]): number {
  const child = spawn('/bin/sh', ['-c', 'read nothing', ...args], { argv0, stdio: ['pipe', 'ignore', 'ignore'] })
  processes.push(child)
  if (!child.pid) throw new Error('not spawned')
  return child.pid
}

function makeData(pidFile?: string): string {
  const data = join(makeFolder(), 'data')
  mkdirSync(data)
  if (pidFile !== undefined) writeFileSync(join(data, 'postmaster.pid'), pidFile)
  return data
}

const lines = (pid: number, status = 'ready   '): string =>
  `${pid}\n/data\n1700000000\n45678\n\n127.0.0.1\n  1 2\n${status}\n`

describe('postmaster.pid', () => {
  it('that is absent, or names a dead process, means no server', () => {
    expect(readServer(makeData())).toEqual({ kind: 'none' })
    expect(readServer(makeData(lines(4_194_304)))).toEqual({ kind: 'none' })
  })

  it('that names a process of another kind is stale', () => {
    const text = lines(pretend('/bin/sh', []))
    expect(readServer(makeData(text))).toEqual({ kind: 'stale', text })
  })

  it('that names the server of another folder is stale', () => {
    const text = lines(pretend('/usr/bin/postgres', ['-D', makeData()]))
    expect(readServer(makeData(text))).toEqual({ kind: 'stale', text })
  })

  it('that names our server tells its port and whether it is ready', () => {
    const data = makeData()
    const pid = pretend('/usr/bin/postgres', ['-D', data])
    writeFileSync(join(data, 'postmaster.pid'), lines(pid))
    expect(readServer(data)).toEqual({ kind: 'running', pid, port: 45678, ready: true })
    writeFileSync(join(data, 'postmaster.pid'), lines(pid, 'stopping'))
    expect(readServer(data)).toMatchObject({ kind: 'running', ready: false })
    writeFileSync(join(data, 'postmaster.pid'), `${pid}\n${data}\n`)
    expect(readServer(data)).toMatchObject({ kind: 'running', ready: false })
  })

  it('that is empty is being written, or after a while a remnant', () => {
    const data = makeData('')
    expect(readServer(data)).toEqual({ kind: 'unclear' })
    const past = new Date(Date.now() - 60_000)
    utimesSync(join(data, 'postmaster.pid'), past, past)
    expect(readServer(data)).toEqual({ kind: 'stale', text: '' })
  })
})

describe('the server of a folder', () => {
  it('is recognised by whatever path the folder was given', () => {
    const data = makeData()
    const link = join(makeFolder(), 'link')
    symlinkSync(data, link)
    expect(isServerOf(pretend('/opt/pg/bin/postgres', ['-D', link]), data)).toBe(true)
    expect(isServerOf(pretend('/opt/pg/bin/postgres', ['-c', 'x=y']), data)).toBe(false)
  })
})

describe('removing a stale file', () => {
  it('removes that file and nothing else', () => {
    const data = makeData('old')
    removeStaleFile(data, 'old')
    removeStaleFile(data, 'old')
    expect(readdirSync(data)).toEqual([])
  })

  it('puts back a file which a server wrote in the meantime', () => {
    const data = makeData('new')
    removeStaleFile(data, 'old')
    expect(readFileSync(join(data, 'postmaster.pid'), 'utf8')).toBe('new')
    expect(readdirSync(data)).toEqual(['postmaster.pid'])
  })
})
