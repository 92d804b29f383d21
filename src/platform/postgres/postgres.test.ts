import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clearPlaces, isRoot, makeDataFolder, open, query, serverPid } from './place.fixture.ts'
import type { Postgres } from './postgres.ts'
import { readSecrets } from './secrets.ts'

const dataFolder = makeDataFolder()
let postgres: Postgres

beforeAll(async () => {
  postgres = await open(dataFolder)
})

afterAll(async () => {
  await postgres.stop()
  await clearPlaces()
})

const asMigrator = (text: string, values?: unknown[]) => query(postgres.migratorUrl, text, values)
const asApp = (text: string, values?: unknown[]) => query(postgres.appUrl, text, values)
const setting = async (name: string) => (await asApp('select current_setting($1) as value', [name]))[0]?.value

describe('what lies on the disk', () => {
  it('is closed: data and passwords to all others, and root runs no server', () => {
    expect(postgres.started).toBe(true)
    expect(statSync(join(dataFolder, 'pg', 'data')).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataFolder, 'pg', 'secrets.json')).mode & 0o777).toBe(0o600)
    if (!isRoot) return
    expect(statSync(`/proc/${serverPid(dataFolder)}`).uid).toBe(statSync(join(dataFolder, 'pg', 'data')).uid)
    expect(statSync(`/proc/${serverPid(dataFolder)}`).uid).toBeGreaterThan(0)
  })
})

describe('the roles', () => {
  it('are not superusers and do not pass row security', async () => {
    const rows = await asApp(
      `select rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles
       where rolname like 'rost%' order by 1`,
    )
    const plain = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolreplication: false }
    expect(rows).toEqual([
      { rolname: 'rost_app', rolcanlogin: true, rolcreatedb: false, ...plain },
      { rolname: 'rost_migrator', rolcanlogin: true, rolcreatedb: true, ...plain },
      { rolname: 'rost_region', rolcanlogin: false, rolcreatedb: false, ...plain },
    ])
  })

  it('let the migrator make schemas and tables, and the app none', async () => {
    await asMigrator('create schema probe')
    await asMigrator('create table probe.thing (id int)')
    for (const ddl of [
      'create schema other',
      'create table public.other (id int)',
      'create table probe.other (id int)',
    ]) {
      await expect(asApp(ddl), ddl).rejects.toThrow('permission denied')
    }
    await expect(asApp('select from probe.thing')).rejects.toThrow('permission denied')
    await asApp('create temporary table passing (id int)')
  })

  it('hold to row security of the tables they may read', async () => {
    await asMigrator('create schema guarded')
    await asMigrator('create table guarded.row as select generate_series(1, 3) as id')
    await asMigrator('alter table guarded.row enable row level security, force row level security')
    await asMigrator('grant usage on schema guarded to rost_app')
    await asMigrator('grant select on guarded.row to rost_app')
    await asMigrator('create policy two on guarded.row using (id = 2)')
    expect(await asApp('select id from guarded.row')).toEqual([{ id: 2 }])
    expect(await asMigrator('select id from guarded.row')).toEqual([{ id: 2 }])
  })

  it('let the app take on the one that reads sums of a region', async () => {
    expect(await asApp(`select pg_has_role('rost_app', 'rost_region', 'member') as may`)).toEqual([{ may: true }])
  })

  it('enter no database but theirs', async () => {
    for (const name of ['postgres', 'template1']) {
      await expect(query(postgres.appUrl.replace('/rost?', `/${name}?`), 'select')).rejects.toThrow('permission denied')
    }
  })

  it('need their passwords', async () => {
    await expect(query(postgres.appUrl.replace(/:[^:@]+@/, ':wrong@'), 'select')).rejects.toThrow(
      'password authentication failed',
    )
  })

  it('let the migrator make a copy of a database, closed to PUBLIC inside as well', async () => {
    await asMigrator('create database model')
    await asMigrator('create database clone template model')
    const rows = await query(
      postgres.migratorUrl.replace('/rost?', '/clone?'),
      `select has_schema_privilege('rost_app', 'public', 'create') as app_creates,
              has_schema_privilege('rost_app', 'public', 'usage') as app_uses`,
    )
    expect(rows).toEqual([{ app_creates: false, app_uses: true }])
  })
})

describe('the server', () => {
  it('has the extensions Rost needs, made by the migrator and used by the app', async () => {
    for (const name of ['pg_trgm', 'btree_gist', 'unaccent', 'pgcrypto']) await asMigrator(`create extension ${name}`)
    expect(await asApp(`select similarity('Иванов', 'Иванова') > 0.5 as similar, unaccent('ёлка') as plain`)).toEqual([
      { similar: true, plain: 'елка' },
    ])
  })

  it('orders Russian names as people and browsers do, Ё with Е', async () => {
    const names = ['Яшин', 'Жуков', 'ёлкин', 'Еремин', 'Ёлкин', 'Дёмин', 'Елисеев', 'Ежов', 'Adams', 'Абрамов']
    const rows = await asApp('select name from unnest($1::text[]) as name order by name', [names])
    const sorted = rows.map((row) => row.name)
    expect(sorted).toEqual('Абрамов Дёмин Ежов Елисеев ёлкин Ёлкин Еремин Жуков Яшин Adams'.split(' '))
    expect(sorted).toEqual([...names].sort(new Intl.Collator('ru').compare))
    expect(await asApp(`select upper('ёж') as upper, 'ЁЖ' ilike 'ёж' as alike`)).toEqual([{ upper: 'ЁЖ', alike: true }])
  })

  it('keeps what is acknowledged, checks its pages, and speaks UTF-8 and UTC', async () => {
    const wished = {
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      server_encoding: 'UTF8',
      TimeZone: 'UTC',
      lc_messages: 'C',
      max_connections: '100',
      max_locks_per_transaction: '256',
      shared_buffers: '128MB',
      work_mem: '16MB',
      wal_level: 'minimal',
      jit: 'off',
      autovacuum: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      log_error_verbosity: 'terse',
      log_rotation_size: '10MB',
    }
    const visible = Object.keys(wished).filter((name) => name !== 'unix_socket_directories')
    for (const name of visible) expect([name, await setting(name)]).toEqual([name, wished[name as keyof typeof wished]])
    const { superuser } = readSecrets(join(dataFolder, 'pg', 'secrets.json'))
    const rows = await query(
      postgres.appUrl.replace(/rost_app:[^@]+/, `postgres:${superuser}`),
      'show unix_socket_directories',
    )
    expect(rows).toEqual([{ unix_socket_directories: '' }])
  })
})
