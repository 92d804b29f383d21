import { sql } from 'kysely'
import pg from 'pg'
import { findDefinitionsAt } from '../src/modules/indicators/definitions/definitions.repo.ts'
import type { Definition } from '../src/modules/indicators/index.ts'
import { computeIndicators, populationsOf } from '../src/modules/indicators/values/compute.ts'
import { findCell } from '../src/modules/indicators/values/members.ts'
import { leavesOf } from '../src/modules/population/index.ts'
import { vocabulary } from '../src/vocabulary.ts'
import { type BenchHouse, findTenants, openBenchHouse } from './parts/house.ts'
import type { BenchOptions, Report, Row } from './parts/report.ts'
import { interleave, spreadOf, timed } from './parts/timing.ts'

const DAY = '2025-12-31'
const CODE = 'bench-list'
const PEOPLE = 40
const PAGE = 50
const CELLS = ['P02', 'P09', 'P10', 'P13']

/** What a methodist waits for: figures after one more attendance list, and the people behind a cell. */
export async function fresh({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const house = await openBenchHouse('districts')
  try {
    const [tenant = 0] = await findTenants(house)
    const definitions = await findDefinitionsAt(house.services.database.reader(tenant), DAY)
    const list = await measureList(house, tenant, definitions.filter(isAffected), rounds)
    const cells = await measureCells(house, tenant, definitions, rounds)
    return [list, cells]
  } finally {
    await tidy(house)
    await house.close()
  }
}

/** Whether the figure looks at events or at who attended them. */
const isAffected = (definition: Definition): boolean =>
  populationsOf(definition).some(
    ({ subject, population }) => subject === 'event' || leavesOf(population).some((leaf) => leaf.term === 'attended'),
  )

async function measureList(
  house: BenchHouse,
  tenant: number,
  affected: readonly Definition[],
  rounds: number,
): Promise<Report> {
  const { database } = house.services
  const people = await findPeople(house, tenant)
  const inserting: number[] = []
  const counting: number[] = []
  for (let round = -3; round < rounds; round++) {
    const insert = await timed(() => insertList(house, tenant, people))
    const count = await timed(() =>
      computeIndicators(database.reader(tenant), affected, { vocabulary, tenant, date: DAY }),
    )
    await removeList(house, tenant)
    if (round < 0) continue
    inserting.push(insert)
    counting.push(count)
  }
  const both = inserting.map((ms, i) => ms + (counting[i] ?? 0))
  const codes = affected.map(({ code }) => code).join(', ')
  const rows: Row[] = [
    { what: 'list stored and figures fresh', unit: 'ms', value: spreadOf(both), reach: '≤ 50 ms' },
    { what: `event and ${PEOPLE} rows inserted and committed`, unit: 'ms', value: spreadOf(inserting) },
    { what: `${codes} counted anew with all slices`, unit: 'ms', value: spreadOf(counting) },
  ]
  return { title: 'One more attendance list of 40 people in a district of 3,500', rows }
}

async function findPeople({ services }: BenchHouse, tenant: number): Promise<number[]> {
  const rows = await services.database
    .reader(tenant)
    .selectFrom('registry.person')
    .select('id')
    .orderBy('id')
    .limit(PEOPLE)
    .execute()
  return rows.map((row) => row.id)
}

async function insertList({ services }: BenchHouse, tenant: number, people: readonly number[]): Promise<void> {
  await services.database.write(tenant, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into activities.event (code, code_key, title, kind_id, held_on, organiser_id, level, topic_id, audience_id)
      select ${CODE}, ${CODE}, title, kind_id, ${DAY}::date, organiser_id, level, topic_id, audience_id
      from activities.event where audience_id is not null order by id limit 1 returning id`.execute(tx)
    const event = rows[0]?.id ?? 0
    await tx
      .insertInto('activities.attendance')
      .values(people.map((person) => ({ event_id: event, person_id: person })))
      .execute()
  })
}

async function removeList({ services }: BenchHouse, tenant: number): Promise<void> {
  await services.database.write(tenant, async (tx) => {
    await sql`delete from activities.attendance a using activities.event e
      where e.code_key = ${CODE} and a.event_id = e.id`.execute(tx)
    await sql`delete from activities.event where code_key = ${CODE}`.execute(tx)
  })
}

async function measureCells(
  house: BenchHouse,
  tenant: number,
  definitions: readonly Definition[],
  rounds: number,
): Promise<Report> {
  const db = house.services.database.reader(tenant)
  const computed = await computeIndicators(db, definitions, { vocabulary, tenant, date: DAY })
  const rows: Row[] = []
  for (const { definition, slices } of computed.filter(({ definition }) => CELLS.includes(definition.code))) {
    const largest = slices.get('organisation')?.toSorted((a, b) => counted(b) - counted(a))[0]
    const cell = { definition, date: DAY, part: 'counted', page: 1, size: PAGE } as const
    const options = { vocabulary, tenant, language: 'ru' } as const
    const times = await interleave(
      {
        organisation: () => findCell(db, { ...cell, slice: { name: 'organisation', key: largest?.id ?? '' } }, options),
        district: () => findCell(db, cell, options),
      },
      { rounds },
    )
    rows.push(
      {
        what: `${definition.code} of its largest organisation`,
        unit: 'ms',
        value: spreadOf(times.organisation),
        reach: '≤ 20 ms',
      },
      { what: `${definition.code} of the district`, unit: 'ms', value: spreadOf(times.district), reach: '≤ 20 ms' },
    )
  }
  const notes = [`A page of ${PAGE} people with names, organisations and the rows behind them.`]
  return { title: 'The people behind a cell, with their evidence', rows, notes }
}

const counted = ({ points }: { readonly points: readonly { readonly numerator: number }[] }): number =>
  points.at(-1)?.numerator ?? 0

/** What was inserted and deleted again leaves dead rows for the next benchmark. */
async function tidy({ migratorUrl }: BenchHouse): Promise<void> {
  const owner = new pg.Client({ connectionString: migratorUrl })
  await owner.connect()
  await owner.query('vacuum activities.attendance, activities.event')
  await owner.end()
}
