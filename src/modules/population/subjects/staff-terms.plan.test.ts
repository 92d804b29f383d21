import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { addDistrict } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { vocabulary } from '../../../vocabulary.ts'
import { compileCounts } from '../counting.ts'
import { findNames } from '../names.ts'
import type { Population } from '../population.contract.ts'

const PEOPLE = 60_000

const house = await openTestHouse()
const { tenant } = await addDistrict(house)

/** Six of ten hold a category, one of thirty is on leave; everybody at one of a hundred organisations. */
beforeAll(async () => {
  await house.services.database.write(tenant, async (tx) => {
    await sql`insert into registry.organisation (code, code_key, name, type)
      select i, i, '№ ' || i, 'school' from generate_series(1, 100) i`.execute(tx)
    await sql`insert into registry.classifier_value (kind, key, label)
      select 'category', k, k from unnest(array['высшая', 'первая', 'сзд', 'без категории']) k`.execute(tx)
    await sql`insert into registry.person (surname, given_name, given_key, birth_on)
      select 'Иванова', 'Анна', 'анна', date '1960-01-01' + i % 9000 from generate_series(1, ${PEOPLE}::int) i`.execute(
      tx,
    )
    await sql`
      insert into registry.employment (person_id, organisation_id, position_id, hired_on, rate, main, category_id, category_on,
        leave_kind_id, leave_on)
      select p.id, (select min(id) from registry.organisation) + p.id % 100, j.id, '2020-01-01', 1, true,
        case when p.id % 10 < 6 then c.ids[1 + p.id % 3] when p.id % 10 = 6 then c.ids[4] end,
        case when p.id % 10 < 6 then date '2020-02-01' + (p.id % 2000)::int end,
        case when p.id % 30 = 0 then l.id end, case when p.id % 30 = 0 then date '2025-02-01' end
      from registry.person p
      cross join (select id from registry.position where key = 'учитель') j
      cross join (select array_agg(id order by id) as ids from registry.classifier_value where kind = 'category') c
      cross join (select min(id) as id from registry.classifier_value where kind = 'leave_kind') l`.execute(tx)
    await sql`select registry.rebuild_spans(null)`.execute(tx)
  })
  const client = new pg.Client({ connectionString: house.services.settings.migratorUrl })
  await client.connect()
  try {
    await client.query('analyze registry.person, registry.employment, registry.person_span, registry.classifier_value')
  } finally {
    await client.end()
  }
}, 120_000)

async function planOf(of: Population) {
  const db = house.services.database.reader(tenant)
  const names = await findNames(db, vocabulary, [{ subject: 'person', population: of }])
  const counts = compileCounts(
    [{ quantity: { subject: 'person', of }, date: '2025-11-20', slices: ['organisation'] }],
    { vocabulary, names, tenant },
  )
  const rows = await house.services.database.write(tenant, async (tx) => {
    // As population.count sets it.
    await sql`set local enable_nestloop = off`.execute(tx)
    await sql`set local jit = off`.execute(tx)
    const explained = sql<{ 'QUERY PLAN': string }>`explain (analyze, costs off, timing off) ${sql.raw(counts.sql)}`
    return (await explained.execute(tx)).rows
  })
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test.each<[string, Population]>([
  [
    'a category in force',
    { term: 'holdsCategory', where: { category: { is: ['высшая', 'первая'] } }, when: { at: 'date' } },
  ],
  ['a category granted', { term: 'grantedCategory', when: { during: 'school_year' } }],
  ['nobody on leave', { not: { term: 'onLeave', when: { at: 'date' } } }],
  ['a kind of employment', { term: 'employed', where: { kind: { is: 'outer' } }, when: { at: 'date' } }],
])('%s of 60,000 people is found by whole tables, each read once', async (_, population) => {
  const plan = await planOf(population)
  expect(plan).not.toMatch(/SubPlan|Nested Loop/)
  expect(plan.match(/ on employment /g), plan).toHaveLength(1)
  for (const [, loops] of plan.matchAll(/loops=(\d+)/g)) expect(Number(loops), plan).toBeLessThan(10)
  // The rule of the last day is part of the statement, not a call a row.
  expect(plan).not.toContain('category_end(')
})
