import { sql } from 'kysely'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { addDistrict } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { listPeople } from './people.contract.ts'
import { peoplePage } from './people.list.ts'

const PEOPLE = 5_000

const house = await openTestHouse()
const { tenant } = await addDistrict(house)
const other = await addDistrict(house)
const [organisation = 0] = await fill(tenant)
await fill(other.tenant)
await tidyUp()

/** Several thousand people with names made of syllables, all employed, at a hundred organisations. */
async function fill(at: number): Promise<number[]> {
  return await house.services.database.write(at, async (tx) => {
    const numbered = Array.from({ length: 100 }, (_, i) => ({
      code: `${i}`,
      code_key: `${i}`,
      name: `№ ${i}`,
      type: 'school',
    }))
    const organisations = await tx.insertInto('registry.organisation').values(numbered).returning('id').execute()
    await sql`
      with made as (
        select i, initcap((array['кар', 'мел', 'сол', 'тур', 'вер'])[1 + i % 5] || (array['ин', 'ов', 'ель', 'ас'])[1 + i % 4]
            || (array['ский', 'енко', 'чук', 'ов', 'ян', 'дзе', 'швили'])[1 + i % 7]) as surname,
          (array['Анна', 'Мария', 'Ольга', 'Елена', 'Пётр', 'Иван', 'Семён', 'Дарья', 'Юлия'])[1 + i % 9] as given
        from generate_series(1, ${PEOPLE}::int) i)
      insert into registry.person (surname, given_name, given_key, birth_on)
      select surname, given, lower(given), date '1960-01-01' + i from made`.execute(tx)
    await sql`
      insert into registry.employment (person_id, organisation_id, position_id, hired_on, rate, main)
      select p.id, (select min(id) from registry.organisation) + p.id % 100, (select id from registry.position where key = 'учитель'), '2020-01-01', 1, true
      from registry.person p`.execute(tx)
    await sql`select registry.rebuild_spans(null)`.execute(tx)
    return organisations.map(({ id }) => id)
  })
}

/**
 * As the database does by itself some time after a load. Pages count as visible to all only when nothing in the database
 * still looks at what was before, such as statistics that are being taken by themselves.
 */
async function tidyUp(): Promise<void> {
  const client = new pg.Client({ connectionString: house.services.settings.migratorUrl })
  await client.connect()
  try {
    for (const table of ['person', 'employment', 'person_span']) {
      const isTidy = async (): Promise<boolean> => {
        await client.query(`vacuum analyze registry.${table}`)
        const { rows } = await client.query(
          `select relallvisible >= relpages as tidy from pg_class where oid = 'registry.${table}'::regclass`,
        )
        return rows[0].tidy
      }
      await vi.waitUntil(isTidy, { timeout: 30_000, interval: 100 })
    }
  } finally {
    await client.end()
  }
}

const DISTRICT = { district: true, organisations: [], people: [] }

/** All of the people, one after the other. */
const TABLE_READ = /Seq Scan on person\b/

async function planOf(query: object): Promise<string> {
  const parsed = listPeople.query?.parse(query) as Parameters<typeof peoplePage>[0]['query']
  const page = peoplePage({ reach: DISTRICT, query: parsed, today: '2026-01-31' })
  const db = house.services.database.reader(tenant)
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${page}`.execute(db)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test('the first page walks along the order of names and reads no more than it shows', async () => {
  const plan = await planOf({})
  expect(plan).toContain('Index Only Scan using person_by_name')
  expect(plan).not.toMatch(TABLE_READ)
  // The few of the page are sorted once more when they have their names.
  expect(plan.match(/Sort Key/g)).toHaveLength(1)
})

test.each(['с', 'солас', 'солас анн'])('«%s» is looked for in the index of names, not in the table', async (q) => {
  const plan = await planOf({ q })
  expect(plan).toMatch(/Index Only Scan using person_by_name on person\s+Index Cond: .*\s+Filter: .*name_key ~~ '% /)
  expect(plan).not.toMatch(TABLE_READ)
})

test('the people of an organisation are found by it', async () => {
  const plan = await planOf({ organisation: [String(organisation)] })
  expect(plan).toContain('employment_organisation')
  expect(plan).not.toMatch(TABLE_READ)
})

test('the view of names shows those of the own district only', async () => {
  const count = async (at: number | null): Promise<number> => {
    const db = house.services.database.reader(at)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from registry.person_name`.execute(db)
    return rows[0]?.n ?? -1
  }
  expect(await count(null)).toBe(0)
  expect(await count(tenant)).toBe(PEOPLE)
  const db = house.services.database.reader(tenant)
  const { rows } = await sql`
    select from registry.person_name n where not exists (select from registry.person p where p.id = n.id)`.execute(db)
  expect(rows).toEqual([])
})
