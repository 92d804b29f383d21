import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { objectionsTo } from '../scripts/migrations/locking.ts'
import { applyMigration } from '../src/platform/db/applying.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { asMigrator } from './harness/database.ts'

const at = (number: number, text: string) => ({ name: `${number}_x.sql`, text })
const whyNot = (...texts: string[]): string[] =>
  objectionsTo(texts.map((text, n) => at(1000 + n, text))).map(({ because }) => because)

test.each<[refused: string, because: RegExp]>([
  ['create index a on registry.person (surname)', /index concurrently/],
  ['create unique index if not exists a on registry.person (surname)', /index concurrently/],
  ['drop index registry.a', /drop index concurrently/],
  ['create table t.x (a int); create index concurrently a on registry.person (surname)', /nothing but statements/],
  ['alter table registry.person alter column note type text', /writes the table anew/],
  ['alter table registry.person add a int, alter b set data type bigint', /writes the table anew/],
  ['alter table registry.person add column a uuid default gen_random_uuid()', /not the same for all rows/],
  ['alter table registry.person add column a int generated always as (b + 1) stored', /fill it by a job/],
  ['alter table registry.person add a int not null default 1 check (a > 0)', /not valid/],
  ['alter table registry.person add column a int not null', /reads the whole table/],
  ['alter table registry.person alter column a set not null', /in one after that/],
  ['alter table registry.person add constraint c check (a > 0)', /add it not valid/],
  ['alter table registry.person add foreign key (a, b) references registry.x', /add it not valid/],
  ['alter table registry.person add constraint c unique (a)', /unique index concurrently first/],
  [
    'alter table registry.person add constraint c check (a > 0) not valid; alter table registry.person validate constraint c',
    /later migration/,
  ],
  ['update registry.person set a = 1', /in portions/],
  ['delete from registry.person', /in portions/],
  ['truncate registry.person', /everybody waits/],
  ['lock table registry.person', /until the end/],
  ['vacuum (full) registry.person', /everybody waits/],
  ['refresh materialized view registry.seen', /readers wait/],
])('refused: %s', (text, because) => {
  expect(whyNot(text)).toEqual([expect.stringMatching(because)])
})

test.each([
  'create index concurrently a on registry.person (surname); create index concurrently b on registry.person (name)',
  'create table registry.x (a int not null check (a > 0)); create index a on registry.x (a); update registry.x set a = 2',
  "alter table registry.person add column a int, add b text default 'x, y', add c boolean not null default false",
  'alter table registry.person add constraint c check (a > 0) not valid',
  'alter table registry.person validate constraint c',
  'alter table registry.person add constraint c unique using index c',
  'alter table registry.person add foreign key (a) references registry.x not valid',
  '-- create index a on registry.person (a)\ncreate function f() returns int language sql as $$ update x set a = 1; $$',
  'update registry.person set a = 1 where a is null and id < 1000',
])('taken: %s', (text) => {
  expect(whyNot(text)).toEqual([])
})

test('what was proven in migrations before may be asked for', () => {
  const proof = 'alter table registry.person add constraint a_known check (a is not null) not valid'
  const validated = 'alter table registry.person validate constraint a_known'
  const wanted = 'alter table registry.person alter column a set not null'
  expect(whyNot(proof, validated, wanted)).toEqual([])
  expect(whyNot(proof, wanted)).toHaveLength(1)
  expect(whyNot(validated, wanted)).toHaveLength(1)
})

test('those of before the first release are known by their number', () => {
  const text = 'truncate registry.person'
  expect(objectionsTo([at(59, text), at(60, text)])).toMatchObject([{ migration: '60_x.sql' }])
})

const name = `t_migrations_${process.pid}`
afterAll(() => asMigrator(inject('migratorUrl'), `drop database if exists ${name} with (force)`))

test('the migrator waits for a lock in short tries, and then goes on', { timeout: 60_000 }, async () => {
  await asMigrator(inject('migratorUrl'), `create database ${name}`)
  const url = new URL(inject('migratorUrl'))
  url.pathname = `/${name}`
  const holder = new pg.Client({ connectionString: url.href })
  await holder.connect()
  await holder.query(
    'create table public.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  )
  await holder.query('begin; lock table public.migration in exclusive mode')
  const migrating = migrate(url.href)
  const looking = new pg.Client({ connectionString: url.href })
  await looking.connect()
  const isWaiting = async (): Promise<boolean> =>
    (await looking.query(`select from pg_locks where not granted and relation = 'public.migration'::regclass`))
      .rowCount === 1
  // It waits, gives up so that others are not held up behind it, and tries again.
  for (const waits of [true, false, true]) await expect.poll(isWaiting, { timeout: 10_000, interval: 20 }).toBe(waits)
  await holder.query('commit')
  await holder.end()
  expect((await migrating).length).toBeGreaterThan(40)

  // Outside of a transaction, and what a try before left is no obstacle.
  await looking.query('create index half_made on registry.person (surname)')
  const text = '-- For a list.\ncreate index concurrently half_made on registry.person (given_name);\n'
  await applyMigration(looking, { name: '9999_registry_half.sql', text, checksum: 'x' })
  const { rows } = await looking.query(
    `select indisvalid as valid, pg_get_indexdef(indexrelid) as is from pg_index where indexrelid = 'registry.half_made'::regclass`,
  )
  expect(rows).toEqual([{ valid: true, is: expect.stringContaining('(given_name)') }])
  await looking.end()
})
