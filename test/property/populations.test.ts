import fc from 'fast-check'
import { CompiledQuery } from 'kysely'
import { expect, test } from 'vitest'
import {
  checkPopulation,
  compileMembers,
  findNames,
  type MembersPage,
  type Population,
} from '../../src/modules/population/index.ts'
import { createDistrict, headerKey } from '../../src/modules/registry/index.ts'
import { vocabulary } from '../../src/vocabulary.ts'
import { openTestHouse } from '../harness/house.ts'
import { booksOf, EDGE_DATES, makeDistrict } from '../oracle/district.ts'
import { loadBooks } from '../oracle/load.ts'
import { emptyState, type State } from '../oracle/state.ts'
import { holds, organisationHolds, peopleAt, type Truth } from './naive.ts'
import { someOrganisations, somePeople } from './populations.ts'
import { shareOf } from './share.ts'
import { storeState, textOf } from './store.ts'

const RUNS = shareOf(1_000)
const SEEDS = [101, 102, 103, 104]
const house = await openTestHouse()

type Made = { readonly state: State; readonly tenant: number; readonly person: ReadonlyMap<number, number> }

const districts: Made[] = []
for (const seed of SEEDS) {
  const state = emptyState()
  loadBooks(state, booksOf(makeDistrict({ seed, edges: true, dirt: true, people: 60 })))
  const made = await house.services.database.write(null, async (tx) => {
    const tenant = await createDistrict(tx, { code: `p${seed}`, name: 'p' }, { master: house.services.master })
    return { state, tenant, person: await storeState(tx, state) }
  })
  districts.push(made)
}

/** What the compiled list of members says of everybody: true, unknown, or else no. */
async function ask(
  { tenant }: Made,
  subject: string,
  population: Population,
  date: string,
): Promise<Map<number, Truth>> {
  const db = house.services.database.reader(tenant)
  const names = await findNames(db, vocabulary, [{ subject, population }])
  const found = new Map<number, Truth>()
  for (const [part, truth] of [
    ['counted', true],
    ['unknown', undefined],
  ] as const) {
    const compiled = compileMembers(
      { subject, of: population, date, part, limit: 10_000, offset: 0 },
      { vocabulary, names, tenant },
    )
    const { rows } = await db.getExecutor().executeQuery<MembersPage>(CompiledQuery.raw(compiled))
    for (const { id } of rows.flatMap((page) => page.members)) found.set(id, truth)
  }
  return found
}

test(`${RUNS} random populations of people mean what plain loops say, unknowns included`, async () => {
  await fc.assert(
    fc.asyncProperty(
      somePeople,
      fc.nat({ max: SEEDS.length - 1 }),
      fc.constantFrom(...EDGE_DATES),
      async (population, which, date) => {
        const made = districts[which]
        if (made === undefined) throw new RangeError('no such district')
        expect(checkPopulation(vocabulary, 'person', population)).toEqual([])
        const found = await ask(made, 'person', population, date)
        for (const somebody of peopleAt(made.state, date)) {
          const id = made.person.get(somebody.id) ?? 0
          const answer = found.has(id) ? found.get(id) : false
          expect(answer, `${somebody.id} on ${date}`).toBe(holds(population, somebody, date))
        }
      },
    ),
    { numRuns: RUNS },
  )
}, 240_000)

test('random populations of organisations, also by their people', async () => {
  await fc.assert(
    fc.asyncProperty(
      someOrganisations,
      fc.nat({ max: SEEDS.length - 1 }),
      fc.constantFrom(...EDGE_DATES),
      async (population, which, date) => {
        const made = districts[which]
        if (made === undefined) throw new RangeError('no such district')
        const found = await ask(made, 'organisation', population, date)
        const db = house.services.database.reader(made.tenant)
        const ids = new Map(
          (await db.selectFrom('registry.organisation').select(['id', 'code_key']).execute()).map((o) => [
            o.code_key,
            o.id,
          ]),
        )
        const people = peopleAt(made.state, date)
        for (const record of made.state.records.organisations.values()) {
          const id = ids.get(headerKey(textOf(record, 'Код') ?? '')) ?? 0
          const answer = found.has(id) ? found.get(id) : false
          expect(answer).toBe(organisationHolds(population, record, people, date))
        }
      },
    ),
    { numRuns: RUNS / 4 },
  )
}, 240_000)
