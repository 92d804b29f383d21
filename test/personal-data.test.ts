/** The register of personal data, held against the schema: what nobody declared fails here. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { accessMatrix } from '../src/access-matrix.ts'
import { WHY_KEPT } from '../src/modules/privacy/erasure/erasure.words.ts'
import { registerIn } from '../src/modules/privacy/register/register.ts'
import { GROUNDS, PURPOSES, TERMS } from '../src/modules/privacy/register/register.words.ts'
import { personalData } from '../src/personal-data.ts'
import { type NamedColumn, TELLING_COLUMNS, undecided } from '../src/platform/backup/changing.ts'
import { COMMON_COLUMNS } from '../src/platform/personal-data.ts'
import { openTestHouse } from './harness/house.ts'

const house = await openTestHouse()
const db = house.services.database.reader(null)
const { rows: columns } = await sql<{ table: string; column: string }>`
  select n.nspname || '.' || c.relname as "table", a.attname as "column"
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    and n.nspname not in ('pg_catalog', 'information_schema', 'job', 'pg_toast') and n.nspname not like 'pg_temp%'
  order by 1, a.attnum`.execute(db)
const byTable = Map.groupBy(columns, ({ table }) => table)
const tables = personalData.flatMap((one) => Object.entries(one.tables))
const others = personalData.flatMap((one) => Object.entries(one.others))

/** What a column is called that holds somebody's name, number, address or card. */
const OF_PEOPLE =
  /person|surname|given_name|patronymic|birth|snils|mentor|mentee|email|phone|address|sealed_cells|member/

test('every table is declared once: as one that keeps something of people, or as one that does not and why', () => {
  expect(byTable.size).toBeGreaterThan(40)
  const declared = [...tables, ...others].map(([name]) => name)
  expect([...byTable.keys()].filter((name) => !declared.includes(name))).toEqual([])
  expect(declared.filter((name) => !byTable.has(name))).toEqual([])
  expect(declared.filter((name, at) => declared.indexOf(name) !== at)).toEqual([])
  expect(others.filter(([, reason]) => reason.length < 5)).toEqual([])
})

test.each(tables)(
  '%s: each column is said to hold something of a person or not',
  (name, { of, columns: held, plain = [] }) => {
    const keys = of === 'sealed' ? [] : 'people' in of ? of.people : of.accounts
    const there = byTable.get(name)?.map(({ column }) => column) ?? []
    const declared = [...Object.keys(held), ...plain]
    const known = new Set([...declared, ...keys, ...COMMON_COLUMNS])
    expect(there.filter((column) => !known.has(column))).toEqual([])
    expect([...declared, ...keys].filter((column) => !there.includes(column))).toEqual([])
    expect(declared.filter((column, at) => declared.indexOf(column) !== at)).toEqual([])
    expect(plain.filter((column) => OF_PEOPLE.test(column))).toEqual(name === 'identity.account' ? ['email_key'] : [])
  },
)

test('no table that is said to be of nobody has a column of people', () => {
  const names = new Set(others.map(([name]) => name))
  const suspect = columns.filter(({ table, column }) => names.has(table) && OF_PEOPLE.test(column))
  expect(suspect.map(({ table, column }) => `${table}.${column}`)).toEqual(['registry.organisation.mentoring_model_on'])
})

test('whatever refers to a person is found by it', async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select n.nspname || '.' || c.relname as "table", a.attname as "column"
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and a.attnum > 0 and a.attname ~ '(person|mentor|mentee|subject)_ids?$|^(kept|gone|first|second)_id$'
      and n.nspname not in ('pg_catalog', 'information_schema', 'job', 'pg_toast') and a.attname <> 'subject_ids'`.execute(
    db,
  )
  expect(rows.length).toBeGreaterThan(15)
  const found = new Map(tables)
  const missing = rows.filter(({ table, column }) => {
    const of = found.get(table)?.of
    return of === undefined || of === 'sealed' || !('people' in of) || !of.people.includes(column)
  })
  expect(missing).toEqual([])
})

test('codes have words, words are used, and who sees is said by permissions there are', () => {
  for (const language of ['ru', 'en'] as const) {
    const register = registerIn(language, personalData)
    expect(register.length).toBe(tables.length)
    expect(
      register.flatMap((entry) => [entry.about, ...entry.fields.map(({ is }) => is)]).filter((text) => !text),
    ).toEqual([])
  }
  const used = (pick: (table: (typeof tables)[number][1]) => string) => new Set(tables.map(([, table]) => pick(table)))
  expect(Object.keys(PURPOSES).filter((code) => !used(({ purpose }) => purpose).has(code))).toEqual([])
  expect(Object.keys(GROUNDS).filter((code) => !used(({ ground }) => ground).has(code))).toEqual([])
  expect(Object.keys(TERMS).filter((code) => !used(({ term }) => term).has(code))).toEqual([])
  const named = tables.flatMap(([, { seen, columns: held }]) => [
    ...seen,
    ...Object.values(held).flatMap((column) => ('is' in column ? (column.seen ?? []) : [])),
  ])
  expect(named.filter((name) => !(name in accessMatrix))).toEqual([])
})

test('what becomes of each table when a person is erased is said, and why rows stay', () => {
  const whys = tables.flatMap(([, { erasing }]) => ('why' in erasing && erasing.why !== undefined ? [erasing.why] : []))
  expect(whys.filter((why) => !(why in WHY_KEPT))).toEqual([])
  expect(Object.keys(WHY_KEPT).filter((why) => !whys.includes(why))).toEqual([])
  // Of sealed rows somebody has to say how theirs are found.
  const lost = tables.filter(([, { of, erasing }]) => of === 'sealed' && erasing.does === 'remove' && !erasing.where)
  expect(lost.map(([name]) => name)).toEqual([])
  const unknown = tables.flatMap(([name, { mentions = [], columns: held }]) =>
    mentions.filter((column) => !(column in held)).map((column) => `${name}.${column}`),
  )
  expect(unknown).toEqual([])
})

test('what a copy with changed names makes of each text is said', async () => {
  const { rows } = await sql.raw<NamedColumn>(TELLING_COLUMNS).execute(db)
  const telling = rows.filter(({ table }) => !table.startsWith('job.'))
  expect(telling.length).toBeGreaterThan(150)
  expect(undecided(personalData, telling)).toEqual([])
  const one = { table: 'registry.person', column: 'surname' }
  const [registry] = personalData.filter(({ module }) => module === 'registry')
  const card = registry?.tables['registry.person'] ?? expect.unreachable()
  const without = [
    { module: 'x', tables: { 'registry.person': { ...card, copying: 'as it is' as const } }, others: {} },
  ]
  expect(undecided(without, [one, { table: 'x.new', column: 'text' }])).toEqual(['x.new', 'registry.person.surname'])
  // What is named is there, and filled once.
  const named = personalData.flatMap(({ tables: own, othersInCopy = {} }) =>
    [
      ...Object.entries(own).map(([name, { copying }]) => [name, copying] as const),
      ...Object.entries(othersInCopy),
    ].flatMap(([name, copying]) =>
      typeof copying !== 'object'
        ? []
        : [...Object.keys(copying.set ?? {}), ...(copying.unnamed ?? []), ...(copying.kept ?? [])].map(
            (column) => `${name}.${column}`,
          ),
    ),
  )
  const there = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  expect(named.filter((column) => !there.has(column))).toEqual([])
  expect(new Set(named).size).toBe(named.length)
})

test('a closed number is said to be closed: neither the school’s methodist nor the administrator sees it', () => {
  const card = registerIn('en', personalData).find(({ table }) => table === 'registry.person')
  expect(card?.seen).toContain('school_methodist')
  expect(card?.seen).not.toContain('admin')
  expect(card?.fields.find(({ column }) => column === 'sealed_snils')?.seen).toEqual(['head', 'methodist'])
})
