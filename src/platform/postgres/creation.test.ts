import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { findNativePackage } from './native.ts'
import { makePackage } from './package.fixture.ts'
import {
  clearPlaces,
  isRoot,
  killHard,
  makeDataFolder,
  makeFolder,
  open,
  query,
  serverPid,
  startOpener,
} from './place.fixture.ts'
import { readSecrets } from './secrets.ts'
import { waitUntil } from './wait.ts'

vi.setConfig({ testTimeout: 60_000 })
afterEach(clearPlaces)

/** The highest PostgreSQL of the distribution, if there is one. */
const distribution = existsSync('/usr/lib/postgresql')
  ? join('/usr/lib/postgresql', readdirSync('/usr/lib/postgresql').sort().at(-1) ?? '', 'bin')
  : undefined

describe('a creation that was interrupted', () => {
  it('by kill -9 is redone, and its leavings go', async () => {
    const dataFolder = makeDataFolder()
    const opener = startOpener(dataFolder)
    const isUnderWay = (): boolean =>
      existsSync(dataFolder) &&
      readdirSync(dataFolder).some(
        (name) => name.startsWith('pg-new-') && existsSync(join(dataFolder, name, 'data', 'base')),
      )
    expect(await waitUntil(isUnderWay, { limitMs: 60_000, everyMs: 1 })).toBe(true)
    await killHard([opener.child.pid ?? 0])
    expect(existsSync(join(dataFolder, 'pg'))).toBe(false)
    const next = await open(dataFolder)
    expect(next.started).toBe(true)
    await next.stop()
    const again = await open(dataFolder) // an initdb that outlived its parent has ended by now
    await again.stop()
    expect(readdirSync(dataFolder).filter((name) => name.startsWith('pg-new-'))).toEqual([])
  })

  it('of whatever kind is put aside, not deleted, and redone', async () => {
    const dataFolder = makeDataFolder()
    mkdirSync(join(dataFolder, 'pg', 'data', 'base'), { recursive: true })
    chmodSync(dataFolder, 0o700)
    writeFileSync(join(dataFolder, 'pg', 'data', 'PG_VERSION'), '18\n')
    const postgres = await open(dataFolder)
    expect(await query(postgres.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await postgres.stop()
    const aside = readdirSync(dataFolder).find((name) => name.startsWith('pg-half-made-')) ?? ''
    expect(readFileSync(join(dataFolder, aside, 'data', 'PG_VERSION'), 'utf8')).toBe('18\n')
  })
})

describe('what cannot be cured says so', () => {
  it('a cluster of another major version', async () => {
    const dataFolder = makeDataFolder()
    await (await open(dataFolder)).stop()
    writeFileSync(join(dataFolder, 'pg', 'data', 'PG_VERSION'), '12\n')
    await expect(open(dataFolder)).rejects.toThrow(
      /was made by PostgreSQL 12, but only 18.* is here: install PostgreSQL 12, or dump with it and load/,
    )
  })

  it('passwords that are missing, damaged or not those of the server', async () => {
    const dataFolder = makeDataFolder()
    const running = await open(dataFolder)
    const file = join(dataFolder, 'pg', 'secrets.json')
    const secrets = readSecrets(file)
    writeFileSync(file, JSON.stringify({ ...secrets, superuser: 'wrong' }))
    await expect(open(dataFolder)).rejects.toMatchObject({ code: 'secrets' })
    writeFileSync(file, '{')
    await expect(open(dataFolder)).rejects.toMatchObject({ code: 'secrets' })
    rmSync(file)
    await expect(open(dataFolder)).rejects.toThrow('put the file back from a backup')
    await running.stop()
  })

  it('a server that refuses to start: its own words', async () => {
    const dataFolder = makeDataFolder()
    await (await open(dataFolder)).stop()
    appendFileSync(join(dataFolder, 'pg', 'data', 'postgresql.conf'), "shared_preload_libraries = 'no_such_library'\n")
    await expect(open(dataFolder)).rejects.toThrow(/did not start: .*no_such_library/s)
  })
})

describe.skipIf(!distribution)('the server of the distribution', () => {
  it('does the same when the bundled one cannot run', async () => {
    const dataFolder = makeDataFolder()
    const postgres = await open(dataFolder, { nativePackage: null })
    expect(
      await query(
        postgres.appUrl,
        `select array(select unnest('{Жуков,Ёлкин,Елисеев}'::text[]) as n order by n) as names`,
      ),
    ).toEqual([{ names: ['Елисеев', 'Ёлкин', 'Жуков'] }])
    for (const name of ['pg_trgm', 'btree_gist', 'unaccent', 'pgcrypto']) {
      await query(postgres.migratorUrl, `create extension ${name}`)
    }
    await expect(query(postgres.appUrl, 'create schema other')).rejects.toThrow('permission denied')
    await postgres.stop()
    const again = await open(dataFolder) // with the bundled one there, the cluster still gets the server it was made by
    expect(again.started).toBe(true)
    await again.stop()
  })

  it('is taken from PATH, and one without ICU still makes a database, with a warning about the order', async () => {
    const programs = makeFolder()
    const refusal = `case "$*" in *icu*) echo "initdb: error: ICU is not supported in this build" >&2; exit 1;; esac`
    writeFileSync(join(programs, 'initdb'), `#!/bin/sh\n${refusal}\nexec ${distribution}/initdb "$@"\n`)
    writeFileSync(join(programs, 'postgres'), `#!/bin/sh\nexec ${distribution}/postgres "$@"\n`)
    for (const name of ['initdb', 'postgres']) chmodSync(join(programs, name), 0o755)
    const logged: string[] = []
    const postgres = await open(makeDataFolder(), {
      nativePackage: null,
      env: { PATH: programs },
      log: (message) => logged.push(message),
    })
    expect(
      await query(postgres.appUrl, 'select datlocprovider, datcollate from pg_database where datname = $1', ['rost']),
    ).toEqual([{ datlocprovider: 'c', datcollate: 'C.UTF-8' }])
    expect(logged).toContainEqual(expect.stringContaining('without ICU'))
    await postgres.stop()
  })
})

describe.skipIf(!findNativePackage())('the programs in use', () => {
  it('are a copy beside the data when the package lacks its links or is closed; older copies go', async () => {
    const dataFolder = makeDataFolder()
    const pack = makePackage({ linked: false, mode: isRoot ? 0o700 : 0o755 })
    mkdirSync(join(dataFolder, 'pg-binaries', '17.0.0'), { recursive: true })
    chmodSync(dataFolder, 0o755)
    const postgres = await open(dataFolder, { nativePackage: pack })
    const copy = join(dataFolder, 'pg-binaries', pack.version)
    expect(readFileSync(`/proc/${serverPid(dataFolder)}/cmdline`, 'utf8')).toContain(copy)
    expect(readdirSync(join(dataFolder, 'pg-binaries'))).toEqual([pack.version])
    await postgres.stop()
  })

  it('have the order of text compared with the one the database was made with', async () => {
    const dataFolder = makeDataFolder()
    const first = await open(dataFolder)
    const { superuser } = readSecrets(join(dataFolder, 'pg', 'secrets.json'))
    const asSuperuser = first.appUrl.replace(/rost_app:[^@]+/, `postgres:${superuser}`)
    await query(asSuperuser, `update pg_database set datcollversion = '1.2.3' where datname = 'rost'`)
    await first.stop()
    const logged: string[] = []
    const second = await open(dataFolder, { log: (message) => logged.push(message) })
    expect(logged).toContainEqual(expect.stringMatching(/from version 1\.2\.3 to .*REINDEX DATABASE rost/))
    await query(second.migratorUrl, 'reindex database rost') // the advice works
    await query(second.migratorUrl, 'alter database rost refresh collation version')
    await second.stop()
    logged.length = 0
    await (await open(dataFolder, { log: (message) => logged.push(message) })).stop()
    expect(logged.join()).not.toContain('REINDEX')
  })
})
